"""The words around names: titles and roles, what is never a given name, and whom a first name suggests.

Data only, for `names.py`.
"""

from reader.parsing.contact_words import ORGANISATION_WORDS
from reader.parsing.given_names import GIVEN_NAMES

_TITLES = """
mr mrs ms miss mx dr prof professor sen sens senator senators rep reps representative congressman congresswoman gov
governor president vice-president secretary secretary-general minister premier chancellor ambassador justice judge mayor
sheriff chairman chairwoman chairperson chair director director-general ceo cfo coo cto king queen prince princess pope
sir dame lord lady baroness rabbi archbishop bishop cardinal imam reverend rev father sister pastor councilman
councilwoman councillor councilmember commissioner administrator speaker leader officer spokesman spokeswoman
spokesperson coach founder co-founder chief head deputy assistant acting special envoy rapporteur gen general lt
lieutenant col colonel capt captain sgt sergeant maj major adm admiral detective attorney solicitor-general inspector
superintendent treasurer comptroller delegate assemblyman assemblywoman alderman nominee candidate author actor actress
singer host editor reporter analyst strategist pollster lawyer businessman billionaire hon honorable honourable m mme
mlle monsieur madame ministre président présidente directeur directrice señor señora sr sra don doña presidente
presidenta ministro ministra director directora alcalde gobernador senador senadora herr frau bundeskanzler
bundeskanzlerin kanzler kanzlerin ministerin präsident präsidentin bürgermeister bürgermeisterin sprecher sprecherin
geschäftsführer geschäftsführerin vorstand direktor direktorin vorsitzende vorsitzender leiter leiterin
ministerpräsident ministerpräsidentin staatssekretär staatssekretärin oberbürgermeister oberbürgermeisterin professorin
chef chefin kommissar kommissarin messrs rt managing executive senior junior ranking member vice prime
undersecretary under-secretary-general
"""
_NEVER_GIVEN = """
democratic republican democrat independent conservative liberal labour tory american british french german russian
chinese israeli canadian mexican european african asian indian japanese ukrainian iranian turkish italian spanish
former ex new north south east west northern southern eastern western san los las united national international federal
state county city house senate congress white u.s us uk un eu gop nbc cnn abc cbs fox bbc monday tuesday wednesday
thursday friday saturday sunday january february march april may june july august september october november december
rival team like asked when while mother dear hail thank
"""
_MORE_ORGANISATIONS = """
party council group journal times post watch committee ministry union magazine services authority administration
coalition fund trust clubs team states kingdom republic act report herald tribune gazette globe today radio
television tv systems
"""
_SPEAKING_FOR = """
spokesman spokeswoman spokesperson spokespeople representative aide lawyer lawyers attorney attorneys counsel counsels
adviser advisor assistant deputy ally critic opponent friend son daughter father mother brother sister wife husband
widow cousin supporters critics friends aides porte-parole avocat avocate conseiller conseillère portavoz abogado
abogada asesor asesora sprecher sprecherin sprechern anwalt anwältin berater beraterin
"""
TITLES = frozenset(_TITLES.split())
_OFFICES = """
agriculture army arts brands business children commerce corps culture customs defence defense development economic
economy education energy environment families finance foreign forestry health homeland housing industry instruction
intelligence interior labor labour land laureate laws leader-elect majority marketing military minority navy
operations partnership partnerships planning police president-elect production public railways representatives
resources schools science security services sport staff state supply tax taxation trade training transport
transportation treasury veterans water welfare whip works alabama alaska arizona arkansas california colorado
connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine massachusetts michigan
minnesota mississippi missouri nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont
wisconsin wyoming
"""
SPEAKING_FOR = frozenset(_SPEAKING_FOR.split())
"""Who is somebody's, and so another than whom "of" or "for" names."""
NEVER_GIVEN = TITLES | frozenset(_NEVER_GIVEN.split())
ORGANISATION_ENDINGS = ORGANISATION_WORDS | frozenset(_MORE_ORGANISATIONS.split())
OFFICES = frozenset(word for word in (*_OFFICES.split(), *ORGANISATION_ENDINGS) if len(word) > 2) - GIVEN_NAMES
"""What an office, a body or a state ends with, where a name follows it."""

# Each line is one role under several names; a mention under one of them means a person who is given another.
_ROLE_LINES = """
director director-general
chief-executive ceo executive
chairman chairwoman chair chairperson
spokesman spokeswoman spokesperson
congressman congresswoman representative rep.
senator sen.
governor gov.
"""
_ROLES = """
president secretary-general secretary minister premier chancellor ambassador judge justice mayor sheriff commissioner
administrator professor founder co-founder author attorney general coordinator envoy rapporteur treasurer leader speaker
pope archbishop bishop
"""
_LEADERS = """
chief head boss leader director executive-director director-general secretary-general president chair chairman
chairwoman chairperson ceo chief-executive commissioner administrator premier chancellor
"""


def _role_families() -> dict[str, tuple[str, ...]]:
    families: dict[str, tuple[str, ...]] = {role: (role,) for role in _ROLES.split()}
    for line in _ROLE_LINES.strip().splitlines():
        names = tuple(name.replace("-executive", " executive") for name in line.split())
        families |= dict.fromkeys(line.split(), names)
    leaders = tuple(name.replace("-executive", " executive") for name in _LEADERS.split())
    return families | dict.fromkeys(("chief", "head", "boss"), leaders)


ROLE_FAMILIES = _role_families()

PRONOUN_GENDER = {
    "he": "m", "his": "m", "him": "m", "il": "m", "él": "m", "er": "m",
    "she": "f", "her": "f", "elle": "f", "ella": "f", "sie": "f",
}  # fmt: skip
TITLE_GENDER = {
    "mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "chairman": "m", "spokesman": "m", "herr": "m",
    "congressman": "m", "businessman": "m", "m": "m", "monsieur": "m", "señor": "m", "father": "m", "pope": "m",
    "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f", "queen": "f", "princess": "f", "chairwoman": "f",
    "spokeswoman": "f", "congresswoman": "f", "frau": "f", "mme": "f", "madame": "f", "señora": "f", "sister": "f",
}  # fmt: skip
_MEN = """
joshua luca nikita ezra andrea elisha asa duane wayne jermaine antoine blaine shane lucien arthur warren desmond kelvin
callum gareth gethin leopold magnus thurman kofi eladio lucas oliver freddie theo archie alfie max isaac dominic hugo
elliot felix louis julian adrian edwin stanley alfred ernest cecil clive roland rupert angus duncan hamish malcolm gavin
derek barry trevor howard leonard norman victor hector ibrahim mohammed muhammad ahmed ali omar hassan yusuf raj sanjay
vijay arjun hiroshi kenji takeshi
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry
tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry
austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert
willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene bill mike jim tom bob steve tim
jeff dan chris ben ted bernie marco antónio antonio carlos luis jorge pedro manuel josé miguel pierre jean michel
françois jacques philippe hans klaus jürgen wolfgang stefan yury yuri vladimir sergei ivan dmitry barack mitch harry
chuck rand rick ron jeb hugh nigel boris gordon tony simon martin neil ian graham
"""
_WOMEN = """
agnes inez ines ingrid astrid sigrid mercedes dolores pilar rosario soledad meredith edith esther miriam iris gladys
phyllis beryl muriel hazel mabel gail april june dawn joy hope faith ivy rose jane edna brooke paige sue ellen karin
birgit ingeborg margot solange bronagh siobhan niamh aoife harriet winifred priya mei yuki naomi keiko
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea
cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy
sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla
alexis lori hillary carly elena sonia maría carmen ana claire isabelle brigitte ursula sabine monika petra claudia
annegret heidi jill kate anne barbara dianne olympia kay patty debbie maggie loretta
"""
_GIVEN_GENDER = dict.fromkeys(_MEN.split(), "m") | dict.fromkeys(_WOMEN.split(), "f")
_WOMENS_ENDINGS = ("a", "ine", "ette", "elle", "itte", "een", "lyn", "ys")
GIVEN_ONLY = frozenset(("sir", "dame", "pope", "king", "queen", "prince", "princess", "sister", "brother", "father"))


def gender_of(given: str) -> str:
    """Whom a first name suggests: "m", "f", "f?" by its ending alone, or "" for nobody in particular."""
    plain = given.lower()
    return _GIVEN_GENDER.get(plain, "f?" if plain.endswith(_WOMENS_ENDINGS) else "")
