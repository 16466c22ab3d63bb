"""The words by which the lines above a release are told apart, in the languages releases mostly come in."""

import re

RELEASE_LABEL = re.compile(
    r"\W*(?:for +(?:immediate|general)(?: +(?:release|use|publication))?"
    r"|(?:press|news|media)(?: +(?:release|advisory|statement|alert|notice|note))s?|(?:news|press) +from"
    r"|advisory|statement|news|newsletter|(?:press|judgment) +summary(?: +of +judgment)?"
    r"|communiqu[ée](?: de presse)?|comunicado(?: de prensa| de imprensa)?"
    r"|nota de prensa|nota à imprensa|comunicato stampa|(?:presse|medien)(?:mitteilung|information|meldung|erklärung)"
    r"|persbericht|pressmeddelande|pressemeddelelse|pressemelding|lehdistötiedote|tiedote|komunikat prasowy"
    r"|informacja prasowa|tisková zpráva|sajtóközlemény|basın bülteni|siaran pers|thông cáo báo chí|пресс-релиз"
    r"|прес-реліз|сообщение для прессы|δελτίο τύπου|بيان صحفي|خبر صحفي|新闻稿|新聞稿|プレスリリース|報道発表|보도자료"
    r"|pour diffusion immédiate|para publicación inmediata|para divulgação imediata|zur sofortigen veröffentlichung"
    r"|для немедленного распространения)"
    r"(?: *(?:[-–—/|]|and|&) *(?:for +immediate +(?:release|use|publication)|(?:press|news|media) +release))?(?!\w)\W*",
    re.I,
)
_NOTICE = re.compile(
    r"\W*(?:for information(?: media)?(?: only)?\b"
    r"|(?:please )?check against delivery\W*$|as (?:prepared for delivery|delivered)\W*$"
    r"|unofficial (?:translation|transcript)\b|(?:courtesy|rush|draft) (?:translation|transcript)"
    r"|corrected (?:version|release|copy)\b|correction\W*$|not for (?:publication|broadcast|distribution)\b"
    r"|background only\W*$|nur zur information|только для информации|仅供参考|للعلم فقط)",
    re.I,
)
_NOT_OFFICIAL = (
    "not an official document",
    "not an official record",
    "not an official summary",
    "uniquement à titre d'information",
    "uniquement à titre d’information",
    "seulement à titre d'information",
    "seulement à titre d’information",
    "document non officiel",
    "para información solamente",
    "no es un documento oficial",
    "не является официальным документом",
    "非正式文件",
    "ليس وثيقة رسمية",
    "ليست وثيقة رسمية",
)
_PART_OF_OFFICIAL = "fici"  # in each of these that is plain ASCII
_LABELS_AFTER_NAMES = (
    "press release", "news release", "media release", "communiqué de presse", "comunicado de prensa", "nota de prensa",
    "comunicato stampa", "pressemitteilung", "medienmitteilung", "persbericht", "пресс-релиз", "بيان صحفي", "新闻稿",
    "新聞稿", "プレスリリース", "보도자료",
)  # fmt: skip
ATTENTION = re.compile(
    r"\W*(?:attention|attn|to)\b:?.{1,60}\b(?:editors?|desks?|services|media|reporters|journalists|broadcasters)\W*",
    re.I,
)
SENATOR = re.compile(r"(?:u\.? ?s\.? )?senator [^\W\d_]+", re.I)
MEETING = re.compile(
    r"(?:[\w-]+ session, )?\d+(?:st|nd|rd|th)(?: (?:and|&|to) \d+(?:st|nd|rd|th))? meetings?\b.{0,20}", re.I
)
EMBARGO = re.compile(
    r"\W*(?:(?:strictly |under )?embargo(?:ed|es)?\b|hold for release|for release (?:at|on|after)\b"
    r"|not (?:for|to be) (?:release|publi\w+|broadcast)\w*[^.]{0,40}\b(?:before|until|prior)"
    r"|sous embargo|bajo embargo|sperrfrist|эмбарго|embargado)",
    re.I,
)
SYMBOL = re.compile(r"(?=\S*\d)[A-Z]{1,8}(?:/[A-Z0-9]{1,10}(?:[.-][A-Z0-9]{1,6})*){1,4}(?:\*|/(?:Rev|Add|Corr)\.\d)*")
RELEASE_NUMBER = re.compile(
    r"(?:(?:(?:press|news|media) ?)?"
    r"(?:release|communiqu[ée]|comunicado|pressemitteilung|nota|document|reference|пресс-релиз)"
    r"(?: (?:no|nr|n[°º]|number|id|ref))?|no|nr|n[°º]|number|ref|reference|symbol|№|رقم|编号)\.?"
    r" ?[:#№]? ?(?P<number>(?=\S*\d)[A-Za-z0-9][A-Za-z0-9/._-]{0,24})",
    re.I,
)
CONTACT = re.compile(
    r"\W*(?:[^.:]{0,50}\b)?(?:contacts?|inquiries|enquiries|information)\b[^.:]{0,60}:"
    r"|\W*(?:(?:media|press|news) )?contacts?(?!\w)(?! (?:lens|sports|group|with|between|tracing))"
    r"|\W*(?:tel|phone|telephone|fax|e-?mail|mobile|cell|kontakt|pressekontakt|contacto|контакты?|тел|téléphone"
    r"|teléfono|telefon|telefone|correo|联系人|電話|电话) ?[.:(+\d]"
    r"|[\w.+-]+@[\w.-]+\.\w+$|(?:\+|\(?\d)[\d() /.-]{6,}$",
    re.I,
)
BYLINE = re.compile(
    r"(?:By|BY|Par|Por|Von|Written by|Author:) "
    r"(?P<author>[A-ZÀ-Ý][\w.'’-]+(?: (?:[A-ZÀ-Ý]\.?|[a-z]{1,3}|[A-ZÀ-Ý][\w.'’-]+)){1,4})"
    r"(?:, (?P<office>[^,.|]{2,60}))?"
)
LABELLED = re.compile(
    r"(?P<label>title|headline|subject|subtitle|subhead|source|issuer|from|author|byline|language|url|link|symbol)"
    r" ?: (?P<value>\S.*)",
    re.I,
)
WIRE_LINE = re.compile(
    r"\W*(?:news ?direct|newswire|business wire|pr ?newswire|globe ?newswire|marketwired?|accesswire|prweb"
    r"|ein presswire|24-7 ?press ?release)\W*",
    re.I,
)
SCRAPED = re.compile(
    r"\W*(?:today|now|printed|accessed|retrieved|downloaded|(?:last )?(?:updated|modified|revised)|corrected)\b"
    r"(?: on)? ?:? ?",
    re.I,
)

_NAVIGATION = re.compile(  # for lines in lower case, in which many words are tried far quicker
    r"\b(?:you will be automatically redirected.*|skip to (?:main )?(?:content|navigation)|(?:filter|browse|sort) by"
    r"|originating site|site filter|current record|(?:press|news)[ -]?room(?: news| press)?(?: releases?)?"
    r"|(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4} )?"
    r"(?:latest |top |recent |press |news |media )?(?:releases?|news|press|media|advisor(?:y|ies))"
    r"(?: (?:and|&) (?:events|media|views))?(?: (?:releases?|archives?|office|cent(?:er|re)|home|articles?))?"
    r"|printer[ -]friendly(?: version| page)?"
    r"|print(?: this)?(?: page)?|share(?: this)?(?: page| article)?|e-?mail(?: this)?(?: page)?"
    r"|back to (?:top|news|list)|back|previous(?: article)?|next(?: article)?|read more|return|(?:contact|about) us"
    r"|site ?map|home(?: ?page)?|main menu|menu|search|number|topics?|tweet|facebook|twitter|linked ?in|instagram"
    r"|pinterest|youtube|rss(?: feed)?|log ?in|subscribe|year|county|both|latest|download(?: pdf)?|enlarge(?: image)?"
    r"|\.?pdf version(?: of (?:this|the) (?:news |press )?release)?|español|english|français|per citizen)\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_NAVIGATION_LENGTH = 60


def name_before_label(line: str) -> str | None:
    """What a line that ends in "press release" has before that label, if a blank or a mark parts the two."""
    lowered = line.lower()
    if not lowered.endswith(_LABELS_AFTER_NAMES):
        return None
    label = next(filter(lowered.endswith, _LABELS_AFTER_NAMES))
    before = line[: -len(label)]
    name = before.rstrip(" :：|–—-")
    return name if len(name) < len(before) else None


def is_notice(line: str) -> bool:
    """Whether a line says what the text is not: official, final, to be published."""
    if _NOTICE.match(line):
        return True
    lowered = line.lower()
    return (_PART_OF_OFFICIAL in lowered or not line.isascii()) and any(map(lowered.__contains__, _NOT_OFFICIAL))


def is_navigation(line: str) -> bool:
    """Whether a line holds nothing but the words of a web page's frame ("Press Room", "Filter by")."""
    if len(line) >= _NAVIGATION_LENGTH:
        return False
    lowered = line.lower()
    first = _LETTER.search(lowered)
    if first and not _NAVIGATION.match(lowered, first.start()):  # the first word tells of nearly all lines
        return False
    return not _LETTER.search(_NAVIGATION.sub(" ", lowered))
