"""The words by which a name, a role and an organisation are told apart, in several languages: data and nothing else."""

import re


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text in which `|` or the end of a line separates them."""
    return tuple(re.split(r"\s*[|\n]\s*", text.strip()))


# Nouns for an office that somebody holds.
ROLE_HEADS = words(
    """
    forecaster archivist librarian
    spokesperson spokesman spokeswoman spokespersons director directors manager managers officer secretary chief head
    president vp svp evp ceo cfo cmo coo cto founder co-founder cofounder owner chair chairman chairwoman chairperson
    coordinator co-ordinator specialist advisor adviser assistant associate executive editor analyst consultant
    representative deputy counsel partner principal lead leader liaison strategist publicist attaché aide commissioner
    minister dean curator supervisor administrator sprecher sprecherin pressesprecher pressesprecherin leiter leiterin
    geschäftsführer geschäftsführerin referent referentin vorstand vorsitzender vorsitzende pressereferent
    pressereferentin mitarbeiter mitarbeiterin redakteur redakteurin porte-parole directeur directrice responsable
    chargé chargée attachée président présidente conseiller conseillère chef cheffe rédacteur rédactrice portavoz
    directora jefe jefa encargado encargada presidente presidenta asesor asesora coordinador coordinadora gerente
    portavoce direttore direttrice addetto addetta capo responsabile segretario segretaria porta-voz diretor diretora
    assessor assessora chefe coordenador coordenadora пресс-секретарь руководитель начальник директор представитель
    менеджер заместитель советник председатель помощник
    """
)
# Words that stand beside such a noun.
ROLE_WORDS = words(
    """
    research duty öffentlichkeitsarbeit pressearbeit
    acting senior junior vice assistant press media communications communication marketing public relations affairs
    external corporate investor investors global regional national digital content outreach engagement strategy
    general managing legislative policy government news brand product sales business development operations
    information officer deputy interim former executive international presse presse- und öffentlichkeitsarbeit
    unternehmenskommunikation kommunikation medien générale général prensa comunicación stampa comunicazione imprensa
    comunicação отдела пресс-службы
    """
)

# A run of capitalised words that holds one of these is a body and no person.
ORGANISATION_WORDS = words(
    """
    gabinete oficina departamento ufficio assessoria пресс-служба пресс-центр prensa stampa imprensa presseteam
    medienstelle presseabteilung newsroom town county
    inc inc. incorporated llc ltd ltd. limited plc corp corp. corporation company co. group holdings partners
    associates gmbh ag kg se sa s.a. sas srl s.r.l. spa s.p.a. s.l. bv b.v. nv oy ab as a/s pty university universität
    université universidad università universidade college school institute institut instituto istituto office
    ministry ministère ministerium ministerio ministero ministério department bureau agency agentur agence agencia
    agenzia agência commission committee council association foundation stiftung fondation fundación fondazione
    fundação federation union society society's center centre zentrum centro service services desk team division
    section unit directorate secretariat bank hospital museum museo musée church court police authority organisation
    organization organización organização network project program programme campaign coalition alliance league club
    board press media news communications relations affairs systems solutions technologies technology software
    industries international global enterprises studios labs laboratories pharmaceuticals therapeutics energy capital
    ventures management consulting marketing digital senate congress parliament house embassy consulate mission
    nations administration executive government state federal republic city county pressestelle presseamt verband
    verein bundesministerium landesamt landeshauptstadt stadt kanton gemeinde regierung ayuntamiento gobierno
    prefeitura câmara comune regione città préfecture mairie région conseil компания общество министерство агентство
    университет институт фонд центр служба управление отдел департамент комитет администрация ассоциация союз банк
    группа
    """
)

BODY_WORDS = ORGANISATION_WORDS | words(
    """
    academy airport airways archive archives authority bakery board cathedral chamber choir clinic club co-op
    co-operative coast conservancy cooperative council diocese exchange express ferries ferry festival forum gallery
    garage gardens government greffe guild harbour hotel inquest inquiry institution judicial laboratory library lines
    lodge logistics ltda marina market ministry monastery observatory opera orchestra parish port press prison pty
    railway railways refuge registry reserve scouts seminary shipping society station studio theatre tourism trust
    tribunal union village wildlife works zoo hafenamt rathaus sparkasse bibliothek theater amt behörde dienst
    """
)

# Capitalised words that stand where a name could and are none.
NOT_IN_NAMES = words(
    """
    january february march april june july august september october november december jan feb apr jun jul aug sept sep
    oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    the this that these those a an and or for from with on in at to by of as is are was were will would can has have
    had be been it its we our us you your he she they his her their i my if when where what who how why not no yes all
    any some more most new first second last next also after before during between through over under about into one
    two three four five six seven eight nine ten washington d.c. dc u.s. usa uk eu united states america american york
    angeles francisco london paris berlin vienna geneva brussels beijing tokyo sydney texas california florida
    illinois ohio michigan nevada arizona colorado oregon utah montana idaho wyoming nebraska kansas oklahoma iowa
    missouri arkansas louisiana mississippi alabama tennessee kentucky indiana wisconsin minnesota pennsylvania
    connecticut massachusetts vermont hampshire maine delaware maryland jersey hawaii alaska mexico dakota carolina
    rhode canada germany france spain italy china russia japan india senator senators sen sen. rep rep. representative
    congressman congresswoman governor mayor mr mrs ms minister secretary ambassador commissioner chairman president
    republican democrat democratic contact contacts phone telephone tel fax email e-mail mobile cell web website
    address name date release releases immediate press media news statement statements information inquiries enquiries
    details download print share home page site search sitemap map index menu privacy policy terms help login
    subscribe newsletter archive photo photos video videos audio headline headlines title subject category categories
    tags topic topics filter browse back top current related links announces announce announced announcing introduces
    introduce introduced calls urges says said joins join praises applauds welcomes receives receive secures passes
    pass votes vote supports support opposes opposed leads launches launch reports report comments comment remarks
    responds honors names named wins awarded awards award bill act law amendment legislation resolution hearing
    committee subcommittee bipartisan federal national funding fund funds million billion budget tax taxes plan
    program programs grant-in-aid health care security energy defense education veterans homeland children families
    workers jobs community communities public safety fire department note notes editor editors available interview
    interviews event events schedule location time cost street avenue road boulevard suite floor building box plaza
    drive lane square room center centre tower park bldg ave blvd rd st. north south east disaster response relief
    services ministries military hospitals residence status confirms holds reaches makes takes seeks approves
    completes issues fines resolves elects designates designated fifth fourth announcement advisory corrected update
    updated revised welcome meeting open closed agenda summary
    """
)
DAYS_AND_MONTHS = words(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday
    """
)
COUNTRIES = words(
    """
    usa u.s.a. england scotland ireland australia austria switzerland belgium netherlands sweden norway denmark
    finland poland portugal brazil mexico argentina singapore israel
    """
)
ADDRESS_WORDS = words(
    """
    street st st. avenue ave ave. road rd rd. boulevard blvd blvd. suite ste floor fl building bldg box plaza drive
    dr. lane ln square room rm tower parkway pkwy highway hwy court ct place pl way p.o. po straße strasse str str.
    platz allee gasse weg rue quai calle avenida av av. paseo carrera via viale piazza corso rua praça largo улица ул.
    проспект пр. дом д. офис شارع ص.ب 路 街 号 大厦 楼
    """
)

PARTICLES = words(
    """
    de da do dos das del della di du le la les van von der den ter ten bin bint ibn al el y e zu zur af av st
    """
)
HONORIFICS = words(
    """
    mr mrs ms miss mx mr. mrs. ms. mx. herr frau hr. fr. m. mme mme. mlle monsieur madame sr. sra. señor señora sig.
    sig.ra signor signora senhor senhora г-н г-жа господин госпожа السيد السيدة الأستاذ الأستاذة
    """
)
TITLES = words(
    """
    dr dr. prof prof. mag mag. dipl.-ing. ing. lic. professor rev rev. sir dame lady lord maj. major col. colonel
    capt. captain sgt. lt. gen. д-р
    """
)
SUFFIXES = words(
    """
    jr jr. sr sr. ii iii iv phd ph.d ph.d. md m.d. esq esq. cfa apr mba rn jd cpa
    """
)
JOINING = words(
    """
    and or & und oder et ou y o e ed или и / + و او أو 和 及 with
    """
)

# Small words within the name of a body, before one, before a name that a sentence runs into, and at a sentence's start.
WITHIN_BODIES = words("of for the and in at on a to by against und für des im zum pour et sur per il i los las para")
BEFORE_BODY = words("of for at with from the in on der des de du del della di do da la le für bei beim presso para por")
RUNS_INTO_NAME = words("call contact at to by with and of for from said says the a or phone reach")
OPENS_SENTENCE = words("please for if to or contact call by at with said the")
LEGAL_FORMS = words("inc llc ltd plc corp co gmbh ag s.a sa s.p.a lp llp n.v l.p")

# The same for scripts without capitals, where words are told by their parts.
CASELESS_ROLES = phrases(
    """
    经理 | 經理 | 主任 | 总监 | 總監 | 发言人 | 發言人 | 秘书 | 主管 | 部长 | 处长 | 處長
    科員 | 科员 | 专员 | 專員 | 組長 | 组长 | 記者 | 担当 | 홍보 | 팀장
    مدير | المتحدث | متحدث | مسؤول | رئيس | منسق | الناطق | مستشار
    """
)
CASELESS_BODIES = phrases(
    """
    公司 | 集团 | 集團 | 部 | 处 | 處 | 局 | 中心 | 大学 | 大學 | 办公室 | 辦公室 | 协会 | 協會 | 委员会 | 署 | 厅 | 科
    组 | 組 | 银行 | 基金会
    مكتب | وزارة | شركة | هيئة | جامعة | مؤسسة | مركز | إدارة | قسم | منظمة | جمعية | بنك | المكتب | الهيئة | الوزارة
    الأمم | برنامج
    """
)
CJK_SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅"
    "沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江"
    "史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文김이박최정강조윤장임한오서신권황안송류전홍"
)
