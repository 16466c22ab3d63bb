"""Who issues a release, as far as it says so itself.

A masthead above the headline says it best, then the service in the dateline (unless that is a commercial wire), a line
"SOURCE Acme", the name whose "About Acme" closes the text, and last the lawmaker or the organisation that announces
something in the first sentence. Any other person who announces is no issuer, so there the name must be an
organisation's by its words, its ticker or what the sentence calls it.
"""

import re
from collections.abc import Iterable

from reader.parsing.places import REGIONS

_KINDS = (
    r"office|ministry|department|commission|committee|council|agency|authority|bureau|secretariat|services?|institute"
    r"|university|college|school|academy|foundation|association|society|federation|union|organi[sz]ation|programme|funds?"
    r"|bank|court|embassy|mission|parliament|assembly|government|administration|board|cent(?:er|re)|museum|hospital"
    r"|police|army|navy|network|group|company|corporation|holdings|industries|technologies|systems|solutions|partners"
    r"|alliance|coalition|campaign|party|chamber|trust|studios?|labs?|awards|associates|inc|corp|ltd|llc|llp|plc|gmbh|ag"
    r"|s\.a|n\.v|nations|ministère|ministerio|ministério|ministero|ministerium|bundesministerium|kommission|universität"
    r"|université|universidad|universidade|comisión|commissione|agence|agencia"
    r"|archives?|library|libraries|observatory|inquiry|tribunal|theatre|gallery|orchestra|church|syndicat|municipio"
    r"|município|ayuntamiento|diputación|mairie|stadt|landkreis|gabinete|министерство|комиссия|агентство"
)
_KIND = re.compile(rf"\b(?:{_KINDS})\b")  # as _VERB for words in lower case, in which many are tried far quicker
_SMALL_WORDS = (
    "of for the and on in de des du la le les del da do dos für der die und to y e et & - – at | von des zur d'"
)
_SMALL = frozenset(_SMALL_WORDS.split())

_LAWMAKER = re.compile(
    r"(?:from )?(?:the )?(?:office of )?(?:u\.? ?s\.? |united states )?"
    r"(?P<title>senator|congressman|congresswoman|representative) (?P<name>[^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){1,4}?)"
    r"(?:,? (?:news|press|media) ?(?:releases?|room|office)?)?:?",
    re.I,
)
_LAWMAKER_AFTER = re.compile(
    r"(?P<name>[^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){1,3}), (?:u\.? ?s\.? |united states )?"
    r"(?P<title>senator|congressman|congresswoman|representative)(?: (?:from|for) [\w ]{3,20})?:?",
    re.I,
)
_LAWMAKER_TODAY = re.compile(
    r"(?:Today,? )?(?:U\.? ?S\.? |United States )?"
    r"(?P<title>Senator|Sen\.?|Congressman|Congresswoman|Representative|Rep\.?)"
    r" (?P<name>[^\W\d_a-z][\w.'’-]+(?: (?:[A-Z]\.?|[“\"]?[^\W\d_a-z][\w'’-]+[”\"]?)){0,2}? [^\W\d_a-z][\w'’-]+),?"
    r"(?: \(?[RDI] ?[-–—,]? ?[A-Z][\w.]*(?: [A-Z]\.?)?\)?,?)?"
    r" (?:today|(?:announced|introduced|released|issued|applauded|praised|urged|called|voted|welcomed|secured|said"
    r"|joined)\b[^.]{0,100} today)\b"
)
_TITLES = {"Sen": "Senator", "Rep": "Representative"}
_FROM = re.compile(r"(?:(?:news|press|media|statement|release)s? )?from (?:the )?(?P<name>.{4,80})", re.I)
_LONGEST_MASTHEAD = 8
_NO_BODY = re.compile(r"[?!\"“\d$]")
_PARTIES = frozenset("RDI")
_FEWEST_NAMES = 2
_VERB = re.compile(
    r"\b(?:announces?|launch(?:es)?|unveils?|awards|wins?|signs?|opens?|names?|calls?|urges?|says?|introduces?|praises?"
    r"|applauds?|statement|highlights?|releases?|reports?|approves?|passes|receives?|gets?|seeks?|seeking|joins?|backs?"
    r"|hails|holds?|hosts?|visits?|meets?|welcomes?|condemns?|celebrates?|supports?|will|to|by|votes?|helps?|makes?|takes?"
    r"|leads?|secures?|blasts?|is|are|be|expands?|warns?|demands?|questions?|presses|appoints?|elects?|raises?|cuts?"
    r"|brings?|begins?|marks?|comments?|reach(?:es)?|qualif(?:y|ies)|adds?|amends?|honou?rs|considers?|adopts?|extends?"
    r"|collects?|cites?|discuss(?:es)?|assess(?:es)?|posts|grants|agrees?|accepts?|rejects?|sets?|sees?|finds?|shows?"
    r"|elected|passed|approved|introduced|honou?red|accepted|charged|sentenced|convicted|indicted|arrested|awarded"
    r"|appointed|named|nominated|selected|released|launched|announced|signed|killed|injured|fined"
    r")\b"
)

_SOURCE = re.compile(r"SOURCE:? (?P<name>[A-Z].{1,80})")
_ABOUT = re.compile(  # alone on its line, before a colon, or before a sentence that begins with the same name
    r"(?:About|ABOUT) (?:(?P<labelled>[^:.?!]{2,70}):|(?P<repeated>[^:?!]{2,60}?)[™®]*\s*(?P=repeated)\b"
    r"|(?P<alone>[^:?!]{2,70})$)"
)
_CLOSINGS = ("SOURCE", "About ", "ABOUT ")
_NO_NAME = frozenset({"us", "the", "this", "author", "our", "me", "you", "you."})

_NAME = (
    r"(?P<name>(?:[Tt]he )?[A-Z0-9][\w&.'’!+-]*(?: (?:(?:of|for|the|and|&|de|in) )?[A-Z0-9][\w&.'’!+-]*){0,7}"
    r"(?:, (?:Inc|LLC|Ltd|Corp|LP|PLC|plc)\b\.?)?)[™®]*"
)
_ANNOUNCES = re.compile(
    rf"{_NAME}(?P<ticker>(?: \([^()]{{2,60}}\)){{0,3}})(?:,(?P<called> (?:an?|the|one of) [^.;]{{5,250}}?,)|,)?"
    r" (?:(?:today|has|have|recently|proudly|officially|also|will) ){0,2}"
    r"(?P<verb>announce[sd]?|launch(?:e[sd])?|introduce[sd]?|unveil(?:s|ed)?|report(?:s|ed)|release[sd]?"
    r"|publish(?:es|ed)|provided|agreed|signed|appoint(?:s|ed)|open(?:s|ed)|acquire[sd]|complete[sd]|partnered|begun"
    r"|(?:is|are|was|were) (?:pleased|excited|proud|thrilled|delighted|happy|honou?red|set) to)\b"
)
_ANNOUNCED_BY = re.compile(
    rf", the {_NAME}(?:, [^,.]{{2,30}},)? (?:announced|said)"
    r" (?:today|yesterday|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri)day)"
)
_LEAD = 500
_CALLED = re.compile(
    r"\b(?:compan(?:y|ies)|firm|provider|leader|maker|manufacturer|developer|platform|organi[sz]ation|brand|charity|startup)\b"
)
_PERSON = re.compile(
    r"\b(?:Sens?|Senators?|Reps?|Representatives?|Mr|Mrs|Ms|Dr|President|Governor|Gov|Minister|Secretary|Chairman|Mayor"
    r"|Congress\w+|Senate|House)\b"
)


def has_verb(line: str) -> bool:
    """Whether a line says something and so is no name."""
    return _VERB.search(line.lower()) is not None


def read_lawmaker(line: str) -> str | None:
    """The office of the lawmaker whose name and title are all of a line."""
    found = _LAWMAKER.fullmatch(line) or ("," in line and _LAWMAKER_AFTER.fullmatch(line))
    if not found or has_verb(found["name"]):
        return None
    parts = found["name"].split()
    while len(parts) > _FEWEST_NAMES and (parts[-1] in _PARTIES or parts[-1].lower() in REGIONS):
        parts.pop()
    name = " ".join(part if not part.isupper() else part.capitalize() for part in parts)
    return f"Office of {found['title'].capitalize()} {name}"


def read_masthead(line: str) -> str | None:
    """The issuer that a line above the headline names: an organisation, or the office of a lawmaker."""
    if lawmaker := read_lawmaker(line):
        return lawmaker
    sender = _FROM.fullmatch(line)
    name = (sender["name"] if sender else line).strip(" :|-–—")
    words = name.split()
    if (
        len(words) > _LONGEST_MASTHEAD
        or not _KIND.search(name.lower())
        or has_verb(name)
        or any(sign in name for sign in '?!"“')
    ):
        return None
    return name if all(word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL for word in words) else None


def read_closing(lines: Iterable[str]) -> str | None:
    """The issuer that the last lines name in "SOURCE Acme" or "About Acme"."""
    about = None
    for line in lines:
        if not line.startswith(_CLOSINGS):
            continue
        if source := _SOURCE.fullmatch(line):
            return source["name"].strip()
        if about is None and (found := _ABOUT.match(line)):
            name = (found["labelled"] or found["repeated"] or found["alone"]).strip(" ™®–—-")
            about = name if name.split()[0].lower() not in _NO_NAME else None
    return about


def read_lawmaker_lead(lead: str) -> str | None:
    """The office of the lawmaker who says or does something today in the first sentence.

    News names the weekday. Among 8,000 releases of known senators 1,624 begin so, of which 2 are another senator's.
    """
    found = _LAWMAKER_TODAY.match(lead)
    if not found:
        return None
    title = _TITLES.get(found["title"].rstrip("."), found["title"])
    return f"Office of {title} {found['name']}"


def read_lead(lead: str) -> str | None:
    """The organisation that announces something in the first sentence."""
    if by := _ANNOUNCED_BY.search(lead, 0, _LEAD):
        return by["name"]
    found = _ANNOUNCES.match(lead)
    if not found or _PERSON.search(found["name"]):
        return None
    glad = found["verb"].endswith(" to")
    called = found["called"] is not None and _CALLED.search(found["called"]) is not None
    return found["name"] if glad or called or found["ticker"] or _KIND.search(found["name"].lower()) else None
