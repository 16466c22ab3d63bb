"""The labels of contact details in the languages that releases come in: data and nothing else.

All are in lower case.
"""

from typing import Literal, get_args

from reader.parsing.contact_words import phrases, words

Field = Literal["telephone", "mobile", "fax", "email", "web", "name", "organisation", "role", "address", "unwanted"]


# What a label that opens contact details is built round.
CONTACT_STEMS = phrases(
    """
    contact | contato | contatt | kontakt | контакт | inquiries | enquiries | ansprechpartner | rückfrage
    presseanfrage | coordonnées | للتواصل | للاتصال | جهة الاتصال | جهات الاتصال | يرجى الاتصال | استفسار | للاستفسار
    联系 | 聯繫 | 聯絡 | 联络 | 咨询 | 查詢 | 查询 | 洽詢 | 連絡先 | 問い合わせ | 연락처 | 문의 | liên hệ | liên lạc
    """
)

# A desk or an office whose name is label and detail in one.
DESK_STEMS = phrases(
    """
    press office | press desk | press team | press secretary | press service | press centre | media relations
    media office | media team | media desk | public affairs | public relations | spokes | newsroom
    communications office | investor relations | corporate communications | external relations
    pressestelle | presseteam | pressesprecher | presseabteilung | presseamt | medienstelle
    relations presse | service de presse | service presse | bureau de presse | attaché de presse | attachée de presse
    relations médias | porte-parole
    gabinete de prensa | oficina de prensa | departamento de prensa | servicio de prensa | portavoz
    gabinete de comunicación | ufficio stampa | portavoce | addetto stampa | addetta stampa
    assessoria de imprensa | gabinete de imprensa | porta-voz
    пресс-служб | пресс-секретар | пресс-центр | المكتب الإعلامي | المكتب الصحفي | 新闻办公室 | 新闻处 | 发言人
    """
)

# Opens contact details only as a label of its own (a colon or the line's end follows), with a number or address near.
INFORMATION_STEMS = phrases(
    """
    information | informaci | informaç | informazion | renseignement | auskünfte | auskunft | details
    журналист | справк | информаци | المعلومات | معلومات | للإعلام | الصحافة | 媒體 | 媒体 | 信息 | 資訊 | 详情
    """
)
# The same, but only as the whole label: "Media:", "Press" alone on its line.
WHOLE_LABELS = phrases(
    """
    media | press | presse | médias | medien | prensa | medios | stampa | imprensa | mídia | investors | investor | сми
    journalists | journalisten | journalistes | periodistas | giornalisti | jornalistas | reporters | editors
    """
)

# Parts that the labels above share. A text is searched for these, and only where one stands for the labels.
COMMON_PARTS = phrases(
    """
    onta | nquir | ournalis | press | prens | stampa | medi | public | spokes | nvestor | informa | orta | relations
    communication | контакт | информ | пресс | اتصال | 联 | 聯 | 媒
    """
)

PRESS_WORDS = words(
    """
    press media news journalist journalists reporter reporters editor editors correspondents
    presse medien journalisten médias medias journalistes prensa medios periodistas stampa giornalisti
    imprensa mídia jornalistas пресса прессы пресс-служба пресс-секретарь сми журналистов журналистам
    إعلامي إعلامية الإعلام الصحافة الإعلامية الصحفية 媒体 媒體 新闻 新聞 记者 記者
    """
)
ISSUER_WORDS = words("investor investors ir company corporate sales business unternehmen entreprise empresa azienda")
PUBLIC_WORDS = words("public general consumer consumers customer customers visitor visitors patient patients")

# Words that may stand before and after the word that a label is built round.
LABEL_WORDS = words(
    """
    a about academic additional address after agency and any are at author available before business by campaign
    chief communication communications company contact contacts corporate corresponding coverage date department
    desk detail details directly director editor editorial editors email english enquiries enquiry expert experts
    external for from further general get global if images in info information inquiries inquiry international
    interview interviews investor investors ir issued journalist journalists learn local main manager media more
    national news notes of office officer on or other our person persons photographs photos pictures please pr press
    primary public publication queries query questions regarding relations release request requests research s
    scientific secondary secretary see send spokesman spokesperson spokeswoman staff team technical telephone than that
    the this to until us via website weekday weekdays weekend weekends evenings with would you your

    à adresse adresser afin amples au aux avec complémentaire complémentaires contacter contactez coordonnées de demande
    demandes des du en et informations l la le les médias merci obtenir ou plus pour presse renseignements service si
    souhaitez supplémentaires toute tout une un veuillez vous d d'informations d’informations d'information

    anfragen ansprechpartner ansprechpartnerin auskünfte bei bitte das dem den der die ein eine für fragen gerne ihr
    ihre im informationen journalisten kontakt kontaktdaten kontaktieren kontaktinformationen medien medienkontakt
    medienschaffende mehr nähere oder pressekontakt pressestelle redaktionen rückfrage rückfragen sich sie stehen steht
    und unter verfügung weitere weiteren wenden zu zum zur

    acerca ampliar comunicación comuníquese con consultas contactar contacte contacto contactos datos del detalles
    dirigirse e el favor gabinete los mayor medios más mas o oficina para periodistas por póngase preguntas prensa se
    sobre solicitar su una y

    addetto alla all'ufficio allo altre chiedere contattare contatti contatto da dei della delle di gli i il
    informazioni l'ufficio maggiori prego richieste stampa ufficio ulteriori

    ao aos assessoria com comunicação contato contatos das do dos em entrar entre entrevistas imprensa informações mais
    mídia na no os pedidos

    более в вы вопросам данные для дополнительной дополнительную журналистов за и информации информацией информацию к
    контакт контактная контактное контактные контакты лицо можно на о обращаться обращайтесь по подробной получения
    пожалуйста пресс пресс-служба прессы с связи сми

    báo biết chi chí hệ liên lòng lạc mọi thêm thông tin tiết vui xin để

    الإعلام الإعلامي الإعلامية الاتصال الصحافة الصحفي الصحفية المعلومات التواصل أو إلى بـ جهات جهة حول على عن للصحفيين
    للمزيد لمزيد لوسائل مع معلومات من وسائل يرجى
    """
)

_FIELD_LABELS: dict[Field, str] = {
    "telephone": """
        tel | tel no | telephone | telephone number | phone | phone number | ph | call | office | office phone | direct
        direct line | direct dial | switchboard | main switchboard | main | main line | out of hours | landline | work
        desk | t | p | o | d | h | home | contact number | number | business phone | toll free | toll-free | hours
        after hours | 24 hours | newsdesk | tel/fax | by phone | by telephone | phone at
        tél | téléphone | fixe | telefon | telefonnummer | fon | teléfono | telefono | tfno | tlf | fijo | telefone
        fone | тел | телефон | телефоны | هاتف | الهاتف | تليفون | تلفون | رقم الهاتف | ت
        电话 | 電話 | 联系电话 | 聯絡電話 | 電話番号 | 전화 | điện thoại | đt
        """,
    "mobile": """
        mobile | mobil | mobile phone | cell | cellphone | cell phone | mob | m | c | text | whatsapp
        portable | handy | natel | mobiltelefon | móvil | movil | celular | cellulare | telemóvel | tlm
        моб | мобильный | сотовый | جوال | الجوال | محمول | موبايل | 手机 | 手機 | 携帯 | 휴대폰
        """,
    "fax": """
        fax | fax number | facsimile | f | télécopie | téléfax | telefax | faxnummer | факс | فاكس | 传真 | 傳真
        ファックス | 팩스
        """,
    "email": """
        email | e-mail | mail | e | email address | e-mail address | mailto | email us | email at | by email | by e-mail
        or email | or e-mail | courriel | mél | mel | adresse électronique | correo | correo electrónico | correo-e
        posta elettronica | indirizzo e-mail | correio eletrónico | correio eletrônico
        эл. почта | эл.почта | почта | электронная почта | электронный адрес
        البريد الإلكتروني | بريد إلكتروني | البريد | إيميل | الإيميل
        邮箱 | 电邮 | 電郵 | 电子邮件 | 电子邮箱 | 電子郵件 | 電子郵箱 | 電子信箱 | メール | 이메일 | thư điện tử
        """,
    "web": """
        web | website | web site | web page | webpage | company website | url | www | internet | homepage | w | blog
        twitter | x | twitter handle | facebook | linkedin | instagram | youtube | telegram | threads | mastodon
        bluesky | tiktok | discord | skype | social media | follow us
        site | site web | site internet | webseite | sitio web | página web | web oficial | sito | sito web | sítio
        página | сайт | веб-сайт | الموقع | الموقع الإلكتروني | موقع | 网址 | 网站 | 官网 | 網址 | 網站 | ウェブサイト
        """,
    "name": """
        name | contact name | contact person | contact | media contact | press contact | attn | attention
        nom | prénom et nom | kontaktperson | kontakt | ansprechpartner | ansprechpartnerin | nombre | contacto
        persona de contacto | nome | referente | contatto | contato | имя | контактное лицо | контакт
        الاسم | جهة الاتصال | 姓名 | 联系人 | 聯絡人 | 联络人 | 媒体联系人 | 担当
        """,
    "organisation": """
        company | company name | organisation | organization | firm | agency | institution | issuer | issued by
        on behalf of | unternehmen | firma | société | entreprise | organisme | empresa | organización
        entidad | azienda | società | организация | компания | الشركة | الجهة | المؤسسة | 公司 | 单位 | 機構 | 机构
        """,
    "role": """
        title | job title | position | role | fonction | titre | poste | cargo | puesto | ruolo | funktion | должность
        المنصب | الوظيفة | 职务 | 職稱 | 职位
        """,
    "address": """
        address | postal address | street | city | city/town | country | state | state/province | zip | zip code
        postcode | region | location | date | subject | re | language | languages | notes
        adresse | anschrift | straße | ort | land | pays | ville | dirección | domicilio | ciudad | país | indirizzo
        sede | città | paese | endereço | morada | cidade | адрес | город | страна | العنوان | المدينة | 地址
        """,
    "unwanted": """
        tty | tdd | sms | iban | bic | vat | ein | ticker | isin | cusip | passcode | conference id | replay | hotline
        help line | helpline
        """,
}

# What a label says of the words or of the number after it.
FIELDS: dict[str, Field] = {
    label: field for field in reversed(get_args(Field)) for label in phrases(_FIELD_LABELS[field])
}

# Labels that are ordinary words, too: without a colon they count only where nothing else stands before the number.
WEAK_FIELDS = words(
    "office desk main work direct home call number text mail site source hours contact x w m c d e f h o p t"
)

# A line that begins so ends the contact details.
STOPS = phrases(
    """
    about | note to | notes to | notes for | view | source | disclaimer | forward-looking | forward looking
    safe harbor | copyright | © | logo | photo | tags | keywords | ends | -ends- | -30- | - 30 - | sign up | subscribe
    download | read more | related | share this | follow us on | to unsubscribe | this press release | this news release
    this announcement | the information | return to | back to | print | browse by | click here | learn more
    original release | über | quelle | à propos | acerca de | sobre | informazioni su | о компании | справка
    نبذة | 关于 | 關於
    """
)
END_MARKS = ("***", "###", "# #", "* *", "- - -")

# A sentence with one of these speaks to the public, not to journalists.
PUBLIC_APPEALS = phrases(
    """
    toll free | toll-free | hotline | hot line | helpline | help line | help desk | helpdesk | call center | call centre
    customer | consumers | to register | registration | rsvp | ticket | donat | volunteer | enrol | to apply | applica
    residents | citizens | constituent | victims | students | patients | parents | veterans | taxpayers | homeowners
    farmers | producers | if you | anyone | those who | individuals | people who | sign up | subscribe | to order
    to participate | dial-in | dial in | to listen | conference call | webcast | replay | passcode | actuality
    reservation | prospectus | sms | bank | iban | account | crisis | suicide | emergency | to report | tip line | tips
    case number | sincerely | to obtain a copy | hearing impaired | tty | tdd | box office | membership | job opening
    scholarship | nominat | comments on the proposed | public comment | bürgertelefon | kundenservice | numéro vert
    línea de ayuda | numero verde | горячая линия | الخط الساخن | 热线 | 熱線
    """
)

# Services that send out other people's releases: their own desk is not the issuer's.
WIRES = phrases(
    """
    newswire | wire | benzinga | accesswire | globenewswire | business wire | newsdirect | news direct | presswire
    investorbrandnetwork | citybiz | newsfile | pressservices | press services | 24-7 press release | 247pressrelease
    """
)
