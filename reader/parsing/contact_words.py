"""The words by which contact details are known, in the languages that releases come in: data and nothing else."""

from typing import Literal

Field = Literal[
    "telephone", "mobile", "fax", "email", "web", "name", "organisation", "role", "address", "none", "unwanted"
]  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a label that opens contact details is built round, in lower case. A text without one has no labelled contact.
CONTACT_STEMS = (
    "contact", "contato", "contatt", "kontakt", "контакт", "inquir", "enquir", "ansprechpartner", "rückfrage",
    "presseanfrage", "للتواصل", "للاتصال", "جهة الاتصال", "جهات الاتصال", "يرجى الاتصال", "استفسار", "联系", "聯繫", "聯絡", "联络", "咨询", "查詢", "查询", "洽詢",
    "連絡先", "問い合わせ", "연락처", "문의", "liên hệ",
    "liên lạc", "coordonnées",
)  # fmt: skip

# A desk or an office that is label and organisation or role in one.
DESK_STEMS = (
    "press office", "press desk", "press team", "press secretary", "press service", "press centre", "media relations",
    "media office", "media team", "media desk", "public affairs", "public relations", "spokes", "newsroom",
    "communications office", "investor relations", "corporate communications", "external relations", "pressestelle", "presseteam", "pressesprecher", "presseabteilung", "presseamt",
    "medienstelle", "relations presse", "service de presse", "service presse", "bureau de presse", "attaché de presse",
    "attachée de presse", "relations médias", "porte-parole", "gabinete de prensa", "oficina de prensa",
    "departamento de prensa", "servicio de prensa", "portavoz", "gabinete de comunicación", "ufficio stampa",
    "portavoce", "addetto stampa", "addetta stampa", "assessoria de imprensa", "gabinete de imprensa", "porta-voz",
    "пресс-служб", "пресс-секретар", "пресс-центр", "المكتب الإعلامي", "المكتب الصحفي", "新闻办公室", "新闻处", "发言人",
)  # fmt: skip

# Opens contact details only as a label of its own, with a colon or alone on its line, and a number or address near.
INFORMATION_STEMS = (
    "information", "informaci", "informaç", "informazion", "renseignement", "auskünfte", "auskunft", "details",
    "media:", "press:", "presse:", "presse :", "médias:", "medien:", "prensa:", "medios:", "stampa:", "imprensa:",
    "investors:", "investor:", "media\n", "press\n", "investors\n", "журналист", "сми:", "справк", "информаци",
    "المعلومات", "معلومات", "للإعلام", "الصحافة", "媒体：", "媒体:", "媒體", "信息", "資訊", "详情",
)  # fmt: skip

PRESS_WORDS = _words(
    """
press media news journalist journalists reporter reporters editor editors correspondents presse medien journalisten
médias medias journalistes prensa medios periodistas stampa giornalisti imprensa mídia jornalistas пресса прессы
пресс-служба пресс-секретарь сми журналистов журналистам إعلامي إعلامية الإعلام الصحافة الإعلامية الصحفية 媒体 媒體 新闻
新聞 记者 記者
"""
)
ISSUER_WORDS = _words("investor investors ir company corporate sales business unternehmen entreprise empresa azienda")
PUBLIC_WORDS = _words("public general consumer consumers customer customers visitor visitors patient patients")

# Words that may stand before and after the word that a label is built round.
LABEL_WORDS = _words(
    """
a about additional address agency and any are at available business by campaign chief communication communications company
contact contacts corporate coverage desk detail details department directly director editor editorial editors email
enquiries enquiry english expert experts external for from further general get global if in info information inquiries
inquiry international interview interviews investor investors ir issued journalist journalists learn local main
manager media more national news notes of office officer on or other our person persons please pr press primary
public publication queries query questions regarding relations release research scientific academic corresponding author request requests s secondary secretary see
send spokesman spokesperson spokeswoman team technical telephone than the this to us via website with would you your
à adresse adresser afin amples au aux avec candidature complémentaire complémentaires contacter contactez de demande
demandes des du en et interviews l la le les médias merci obtenir ou plus pour presse renseignements service si
souhaitez supplémentaires toute tout une un veuillez vous d d'informations d’informations d'information informations
an ansprechpartner ansprechpartnerin auskünfte bei bitte das dem den der die ein eine für fragen gerne ihr ihre im
kontakt kontaktieren kontaktdaten kontaktinformationen medien medienkontakt medienschaffende mehr nähere oder presse
pressekontakt pressestelle rückfragen rückfrage sie sich stehen steht und unter weitere weiteren wenden zu zum zur
journalisten informationen anfragen redaktionen verfügung
acerca ampliar comunicación comuníquese con contactar contacte contacto contactos consultas datos de del detalles
dirigirse e el entrevistas favor gabinete información los mayor medios más mas o obtener oficina para periodistas
por póngase prensa preguntas se si sobre solicitar su una y
addetto alla all'ufficio allo altre chiedere con contattare contatti contatto da dei della delle di e gli i il
informazioni l'ufficio maggiori media o per prego richieste si stampa ufficio ulteriori un
a ao aos assessoria com comunicação contactar contactos contato contatos contactar da das do dos e em entre entrevistas
imprensa informações mais mídia na no o obter os para pedidos por entrar favor
более в вы для дополнительной дополнительную за и информации информацией информацию к контакт контактная контактные
контакты контактное лицо можно на о обращаться обращайтесь по подробной получения пожалуйста пресс пресс-служба прессы
с связи сми данные вопросам журналистов
thông tin liên hệ báo chí chi tiết xin vui lòng để biết thêm mọi
الإعلامي الإعلامية الإعلام الصحفي الصحفية للمزيد لمزيد من المعلومات يرجى الاتصال بـ على مع التواصل جهة جهات للصحفيين
الصحافة وسائل لوسائل عن حول معلومات أو إلى
"""
)

FIELDS: dict[str, Field] = {}
_FIELD_WORDS: dict[Field, str] = {
    "telephone": (
        "tel|telephone|phone|ph|call|office|direct|direct line|direct dial|switchboard|main|main line|out of hours|landline|"
        "work|desk|t|p|o|d|h|home|tel no|phone number|telephone number|contact number|number|business phone|toll free|"
        "toll-free|hours|24 hours|newsdesk|main switchboard|office phone|tél|téléphone|tel/fax|tel.|telefon|telefonnummer|fon|"
        "teléfono|telefono|tfno|tlf|telefone|fone|fixe|fijo|telefoni|тел|телефон|телефоны|هاتف|الهاتف|تليفون|تلفون|رقم الهاتف|"
        "ت|电话|電話|联系电话|聯絡電話|電話番号|전화|điện thoại|đt|by phone|phone at|by telephone"
    ),
    "mobile": (
        "mobile|mobil|cell|cellphone|cell phone|mobile phone|m|c|mob|portable|handy|natel|móvil|movil|celular|cellulare|"
        "cell.|telemóvel|tlm|моб|мобильный|сотовый|جوال|الجوال|محمول|موبايل|手机|手機|携帯|휴대폰|mobiltelefon|whatsapp|text"
    ),
    "fax": "fax|facsimile|télécopie|téléfax|telefax|f|факс|فاكس|传真|傳真|ファックス|팩스|fax number|faxnummer",
    "email": (
        "email|e-mail|mail|e|email address|e-mail address|mailto|courriel|mél|mel|adresse électronique|email us|correo|"
        "correo electrónico|correo-e|posta elettronica|indirizzo e-mail|correio eletrónico|correio eletrônico|эл. почта|"
        "эл.почта|почта|электронная почта|электронный адрес|البريد الإلكتروني|بريد إلكتروني|البريد|إيميل|الإيميل|邮箱|电邮|電郵|"
        "电子邮件|电子邮箱|電子郵件|電子郵箱|メール|이메일|thư điện tử|by email|by e-mail|email at|or email|or e-mail"
    ),
    "web": (
        "web|website|web site|web page|webpage|url|www|internet|homepage|site|site web|site internet|web:|w|company website|"
        "webseite|sitio web|página web|web oficial|sito|sito web|sítio|página|сайт|веб-сайт|الموقع|الموقع الإلكتروني|موقع|网址|"
        "网站|官网|網址|網站|ウェブサイト|twitter|x|facebook|linkedin|instagram|youtube|telegram|threads|mastodon|bluesky|tiktok|"
        "social media|follow us|twitter handle|discord|skype|blog|newsroom"
    ),
    "name": (
        "name|contact name|contact person|contact|media contact|press contact|attn|attention|nom|prénom et nom|nombre|"
        "persona de contacto|nome|referente|kontaktperson|ansprechpartner|ansprechpartnerin|имя|контактное лицо|الاسم|"
        "جهة الاتصال|姓名|联系人|聯絡人|联络人|媒体联系人|担当|contacto|contatto|contato|kontakt|контакт"
    ),
    "organisation": (
        "company|company name|organisation|organization|firm|agency|institution|unternehmen|firma|société|entreprise|"
        "organisme|empresa|organización|entidad|azienda|società|организация|компания|الشركة|الجهة|المؤسسة|公司|单位|機構|机构|"
        "issuer|issued by|on behalf of|source"
    ),
    "role": (
        "title|job title|position|role|fonction|titre|poste|cargo|puesto|ruolo|funktion|должность|المنصب|الوظيفة|职务|職稱|职位"
    ),
    "address": (
        "address|street|city|country|state|zip|zip code|postcode|postal address|adresse|anschrift|straße|ort|land|pays|ville|"
        "dirección|domicilio|ciudad|país|indirizzo|sede|città|paese|endereço|morada|cidade|адрес|город|страна|العنوان|"
        "المدينة|地址|city/town|state/province|region|mail:|location"
    ),
    "unwanted": "tty|tdd|sms|iban|bic|vat|fein|ein|ticker|isin|cusip|passcode|conference id|replay|hotline|help line|helpline",
    "none": "date|subject|re|language|languages|notes|hours of operation|at|or|and|on",
}  # fmt: skip
for _field, _labels in _FIELD_WORDS.items():
    for _label in _labels.split("|"):
        FIELDS.setdefault(_label, _field)

# Labels that are ordinary words, too: without a colon they count only where nothing else stands before the number.
WEAK_FIELDS = _words(
    "office desk main work direct home call number text mail site source hours on at or and x w m c d e o p t"
)

ROLE_HEADS = _words(
    """
spokesperson spokesman spokeswoman spokespersons director directors manager managers officer secretary chief head president
vp svp evp ceo cfo cmo coo cto founder co-founder cofounder owner chair chairman chairwoman chairperson coordinator
co-ordinator specialist advisor adviser assistant associate executive editor analyst consultant representative deputy
counsel partner principal lead leader liaison strategist publicist attaché aide commissioner minister dean curator
supervisor administrator
sprecher sprecherin pressesprecher pressesprecherin leiter leiterin geschäftsführer geschäftsführerin referent referentin
vorstand vorsitzender vorsitzende pressereferent pressereferentin mitarbeiter mitarbeiterin redakteur redakteurin
porte-parole directeur directrice responsable chargé chargée attachée président présidente conseiller conseillère chef
cheffe rédacteur rédactrice
portavoz directora jefe jefa encargado encargada presidente presidenta asesor asesora coordinador coordinadora gerente
portavoce direttore direttrice addetto addetta capo responsabile segretario segretaria
porta-voz diretor diretora assessor assessora chefe coordenador coordenadora
пресс-секретарь руководитель начальник директор представитель менеджер заместитель советник председатель помощник
"""
)
ROLE_WORDS = _words(
    """
acting senior junior vice assistant press media communications communication marketing public relations affairs external
corporate investor investors global regional national digital content outreach engagement strategy general managing
legislative policy government news brand product sales business development operations managing information officer
deputy interim former executive international
presse presse- und öffentlichkeitsarbeit unternehmenskommunikation kommunikation medien générale général communication
prensa comunicación stampa comunicazione imprensa comunicação отдела пресс-службы
"""
)

ORGANISATION_WORDS = _words(
    """
inc inc. incorporated llc ltd ltd. limited plc corp corp. corporation company co. group holdings partners associates gmbh
ag kg se sa s.a. sas srl s.r.l. spa s.p.a. s.l. bv b.v. nv oy ab as a/s pty university universität université universidad
università universidade college school institute institut instituto istituto office ministry ministère ministerium ministerio
ministero ministério department bureau agency agentur agence agencia agenzia agência commission committee council
association foundation stiftung fondation fundación fondazione fundação federation union society society's center centre
zentrum centro service services desk team division section unit directorate secretariat bank hospital museum museo musée
church court police authority organisation organization organización organização network project program programme
campaign coalition alliance league club board press media news communications relations affairs systems solutions
technologies technology software industries international global enterprises studios labs laboratories pharmaceuticals
therapeutics energy capital ventures management consulting marketing digital agency senate congress parliament house
embassy consulate mission nations administration executive government state federal republic city county
pressestelle presseamt verband verein bundesministerium landesamt landeshauptstadt stadt kanton gemeinde regierung
ayuntamiento gobierno prefeitura câmara comune regione città préfecture mairie région conseil
компания общество министерство агентство университет институт фонд центр служба управление отдел департамент комитет
администрация ассоциация союз банк группа
"""
)

# Capitalised words that stand where a name could and are none.
NOT_IN_NAMES = _words(
    """
january february march april june july august september october november december jan feb apr jun jul aug sept sep oct
nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
the this that these those a an and or for from with on in at to by of as is are was were will would can has have had be
been it its we our us you your he she they his her their i my if when where what who how why not no yes all any some more
most new first second last next also after before during between through over under about into
one two three four five six seven eight nine ten washington d.c. dc u.s. us usa uk eu united states america american york angeles francisco london paris berlin
vienna geneva brussels beijing tokyo sydney texas california florida illinois ohio michigan nevada arizona colorado
oregon utah montana idaho wyoming nebraska kansas oklahoma iowa missouri arkansas louisiana mississippi alabama tennessee
kentucky indiana wisconsin minnesota pennsylvania connecticut massachusetts vermont hampshire maine delaware maryland
jersey hawaii alaska mexico dakota carolina rhode canada germany france spain italy china russia japan india
senator senators sen sen. rep rep. representative congressman congresswoman governor mayor mr mrs ms minister secretary
ambassador commissioner chairman president republican democrat democratic
contact contacts phone telephone tel fax email e-mail mobile cell web website address name date release releases immediate
press media news statement statements information inquiries enquiries details download print share home page site search
sitemap map index menu privacy policy terms help login subscribe newsletter archive photo photos video videos audio
headline headlines title subject category categories tags topic topics filter browse back top current related links
announces announce announced announcing introduces introduce introduced calls urges says said joins join praises
applauds welcomes receives receive secures passes pass votes vote supports support opposes opposed releases leads
launches launch reports report comments comment remarks responds honors names named wins awarded awards award
bill act law amendment legislation resolution hearing committee subcommittee bipartisan federal national funding fund
funds million billion budget tax taxes plan program programs grant-in-aid health care security energy defense
education veterans homeland children families workers jobs community communities public safety fire department
note notes editor editors about available interview interviews event events schedule location time cost
street avenue road boulevard suite floor building box plaza drive lane square room center centre tower park
bldg ave blvd rd st. north south east disaster response relief services ministries military hospitals residence status
confirms holds reaches makes takes seeks approves completes issues fines resolves elects designates designated fifth
fourth announcement advisory corrected update updated revised welcome meeting open closed agenda summary
"""
)
DAYS_AND_MONTHS = _words(
    """
january february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday
"""
)
COUNTRIES = _words(
    "usa u.s.a. england scotland ireland australia austria switzerland belgium netherlands sweden norway denmark finland poland "
    "portugal brazil mexico argentina singapore israel"
)
ADDRESS_WORDS = _words(
    """
street st st. avenue ave ave. road rd rd. boulevard blvd blvd. suite ste floor fl building bldg box plaza drive dr. lane ln
square room rm tower parkway pkwy highway hwy court ct place pl way p.o. po straße strasse str str. platz allee gasse weg
rue avenue boulevard place quai calle avenida av av. plaza paseo carrera via viale piazza corso rua praça largo улица ул.
проспект пр. дом д. офис شارع ص.ب 路 街 号 大厦 楼
"""
)
PARTICLES = _words(
    "de da do dos das del della di du le la les van von der den ter ten bin bint ibn al el y e zu zur af av st"
)
HONORIFICS = _words(
    "mr mrs ms miss mx mr. mrs. ms. mx. herr frau hr. fr. m. mme mme. mlle monsieur madame sr. sra. señor señora sig. sig.ra "
    "signor signora senhor senhora г-н г-жа господин госпожа السيد السيدة الأستاذ الأستاذة"
)
TITLES = _words(
    "dr dr. prof prof. mag mag. dipl.-ing. ing. lic. professor rev rev. sir dame lady lord maj. major col. colonel capt. captain sgt. lt. gen. д-р"
)
SUFFIXES = _words("jr jr. sr sr. ii iii iv phd ph.d ph.d. md m.d. esq esq. cfa apr mba rn jd cpa")
JOINING = _words("and or & und oder et ou y o e ed или и / + و او أو 和 及 with")

# A line that begins so ends the contact details.
STOPS = (
    "about ", "über ", "à propos", "acerca de", "sobre ", "informazioni su", "note to", "notes to", "notes for", "view ",
    "source:", "source ", "quelle", "disclaimer", "forward-looking", "forward looking", "safe harbor", "copyright", "©",
    "logo", "photo", "tags", "keywords", "# # #", "###", "-30-", "- 30 -", "ends", "-ends-", "*** ", "sign up", "subscribe", "download",
    "read more", "related", "share this", "follow us on", "to unsubscribe", "this press release", "this news release",
    "this announcement", "the information", "return to", "back to", "print ", "browse by", "for immediate release:",
    "click here", "learn more", "original release", "о компании", "справка", "نبذة", "关于",
)  # fmt: skip

# A sentence with one of these speaks to the public, not to journalists.
PUBLIC_APPEALS = (
    "toll free", "toll-free", "hotline", "hot line", "helpline", "help line", "help desk", "helpdesk", "call center",
    "call centre", "customer", "consumers", "to register", "registration", "rsvp", "ticket", "donat", "volunteer", "enrol",
    "to apply", "applica", "applicant", "residents", "citizens", "constituent", "victims", "students", "patients",
    "parents", "veterans", "taxpayers", "homeowners", "farmers", "producers", "if you", "anyone", "those who",
    "individuals", "people who", "sign up", "subscribe", "to order", "to participate", "dial-in", "dial in", "to listen",
    "conference call", "webcast", "replay", "passcode", "actuality", "reservation", "prospectus", "sms", "text ", "bank ",
    "iban", "account", "crisis", "suicide", "emergency", "report a ", "to report", "tip line", "tips", "case number",
    "sincerely", "to obtain a copy", "hearing impaired", "tty", "tdd", "box office", "membership", "job opening",
    "scholarship", "nominat", "comments on the proposed", "public comment", "bürgertelefon", "kundenservice", "numéro vert",
    "línea de ayuda", "numero verde", "горячая линия", "الخط الساخن", "热线", "熱線",
)  # fmt: skip
WIRES = (
    "newswire", "wire", "benzinga", "accesswire", "globenewswire", "business wire", "newsdirect", "news direct", "presswire",
    "ein presswire", "investorbrandnetwork", "ibn", "citybiz", "newsfile", "pressservices", "press services", "einnews",
    "24-7 press release", "247pressrelease",
)  # fmt: skip
