"""Place, language and internet domain → the country whose dialling habits a number without a country code follows.

Countries are named by their two-letter code, as phonenumbers names regions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PLACES = {
    "US": (
        "united states|usa|u.s.|u.s.a.|america|washington|new york|los angeles|chicago|houston|phoenix|philadelphia|"
        "dallas|austin|boston|seattle|denver|san francisco|san diego|san jose|atlanta|miami|detroit|las vegas|portland|"
        "baltimore|minneapolis|cleveland|st. louis|salt lake city|honolulu|palo alto|alabama|alaska|arizona|arkansas|"
        "california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|"
        "maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|"
        "new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|"
        "south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming"
    ),
    "GB": (
        "united kingdom|uk|britain|england|scotland|wales|northern ireland|london|manchester|birmingham|edinburgh|"
        "glasgow|cardiff|belfast|leeds|liverpool|bristol|oxford|cambridge|sheffield|newcastle"
    ),
    "CA": (
        "canada|ottawa|toronto|montreal|montréal|vancouver|calgary|edmonton|winnipeg|quebec|québec|ontario|alberta|"
        "british columbia|manitoba|nova scotia|saskatchewan|new brunswick"
    ),
    "AU": "australia|canberra|sydney|melbourne|brisbane|perth|adelaide|hobart",
    "NZ": "new zealand|wellington|auckland|christchurch",
    "IE": "ireland|dublin|cork|galway",
    "FR": "france|paris|lyon|marseille|toulouse|strasbourg|bordeaux|lille|nantes|nice|rennes|grenoble",
    "DE": (
        "germany|deutschland|berlin|bonn|münchen|munich|hamburg|köln|cologne|frankfurt|stuttgart|düsseldorf|leipzig|"
        "dresden|hannover|nürnberg|bremen|essen|dortmund|heidelberg|karlsruhe|mannheim|mainz|wiesbaden|freiburg"
    ),
    "AT": "austria|österreich|vienna|wien|salzburg|graz|linz|innsbruck",
    "CH": "switzerland|schweiz|suisse|svizzera|bern|berne|zurich|zürich|geneva|genève|genf|basel|lausanne|lugano|davos",
    "IT": "italy|italia|rome|roma|milan|milano|turin|torino|naples|napoli|firenze|venice|venezia|bologna|genova",
    "VA": "vatican city|vatican|città del vaticano",
    "ES": "spain|españa|madrid|barcelona|valencia|sevilla|bilbao|zaragoza|málaga|granada",
    "PT": "portugal|lisbon|lisboa|porto|coimbra|braga",
    "BR": (
        "brazil|brasil|brasília|brasilia|são paulo|sao paulo|rio de janeiro|belo horizonte|salvador|recife|curitiba|"
        "porto alegre|fortaleza|manaus"
    ),
    "MX": "mexico|méxico|mexico city|ciudad de méxico|guadalajara|monterrey|cdmx",
    "AR": "argentina|buenos aires|rosario",
    "CL": "chile|santiago|santiago de chile|valparaíso",
    "CO": "colombia|bogotá|bogota|medellín|medellin|cali",
    "PE": "peru|perú|lima",
    "EC": "ecuador|quito|guayaquil",
    "UY": "uruguay|montevideo",
    "CR": "costa rica",
    "PA": "panama|panamá|panama city",
    "BE": "belgium|belgique|belgië|brussels|bruxelles|brussel|antwerp|ghent|liège",
    "NL": "netherlands|the netherlands|nederland|amsterdam|rotterdam|the hague|den haag|utrecht|eindhoven",
    "LU": "luxembourg",
    "DK": "denmark|danmark|copenhagen|københavn|aarhus",
    "SE": "sweden|sverige|stockholm|gothenburg|göteborg|malmö|uppsala",
    "NO": "norway|norge|oslo|bergen|trondheim",
    "FI": "finland|suomi|helsinki|espoo|tampere",
    "IS": "iceland|reykjavik|reykjavík",
    "PL": "poland|polska|warsaw|warszawa|kraków|krakow|gdańsk|wrocław|poznań",
    "CZ": "czech republic|czechia|prague|praha|brno",
    "SK": "slovakia|bratislava",
    "HU": "hungary|budapest",
    "RO": "romania|bucharest|bucurești",
    "BG": "bulgaria|sofia",
    "GR": "greece|athens|thessaloniki",
    "HR": "croatia|zagreb",
    "RS": "serbia|belgrade",
    "SI": "slovenia|ljubljana",
    "UA": "ukraine|kyiv|kiev|київ|киев|lviv",
    "RU": (
        "russia|russian federation|россия|moscow|москва|st. petersburg|saint petersburg|санкт-петербург|kazan|казань|"
        "novosibirsk|новосибирск|екатеринбург|владивосток|sochi|сочи"
    ),
    "KZ": "kazakhstan|astana|almaty|казахстан|астана|алматы",
    "BY": "belarus|minsk|минск",
    "TR": "turkey|türkiye|ankara|istanbul|i̇stanbul|izmir",
    "IL": "israel|jerusalem|tel aviv",
    "EG": "egypt|cairo|alexandria|مصر|القاهرة|الإسكندرية",
    "SA": "saudi arabia|riyadh|jeddah|السعودية|الرياض|جدة",
    "AE": "united arab emirates|uae|dubai|abu dhabi|sharjah|الإمارات|دبي|أبوظبي|أبو ظبي|الشارقة",
    "QA": "qatar|doha|قطر|الدوحة",
    "KW": "kuwait|kuwait city|الكويت",
    "BH": "bahrain|manama|البحرين|المنامة",
    "OM": "oman|muscat|عمان|مسقط",
    "JO": "jordan|amman|الأردن|عمّان",
    "LB": "lebanon|beirut|لبنان|بيروت",
    "IQ": "iraq|baghdad|العراق|بغداد",
    "MA": "morocco|rabat|casablanca|المغرب|الرباط",
    "TN": "tunisia|tunis|تونس",
    "DZ": "algeria|algiers|الجزائر",
    "KE": "kenya|nairobi",
    "NG": "nigeria|lagos|abuja",
    "ZA": "south africa|johannesburg|cape town|pretoria|durban",
    "GH": "ghana|accra",
    "ET": "ethiopia|addis ababa",
    "UG": "uganda|kampala",
    "TZ": "tanzania|dar es salaam|dodoma",
    "RW": "rwanda|kigali",
    "SN": "senegal|sénégal|dakar",
    "CI": "côte d'ivoire|abidjan",
    "IN": "india|new delhi|delhi|mumbai|bangalore|bengaluru|chennai|kolkata|hyderabad|pune",
    "PK": "pakistan|islamabad|karachi|lahore",
    "BD": "bangladesh|dhaka",
    "LK": "sri lanka|colombo",
    "NP": "nepal|kathmandu",
    "CN": "china|中国|中國|beijing|北京|shanghai|上海|guangzhou|广州|shenzhen|深圳|hangzhou|杭州|chengdu|成都",
    "HK": "hong kong|香港",
    "TW": "taiwan|taipei|台北|臺北|台湾|臺灣",
    "MO": "macau|macao|澳门|澳門",
    "SG": "singapore|新加坡",
    "MY": "malaysia|kuala lumpur",
    "TH": "thailand|bangkok",
    "VN": "vietnam|viet nam|hanoi|ho chi minh city",
    "ID": "indonesia|jakarta",
    "PH": "philippines|manila|makati|quezon city",
    "JP": "japan|tokyo|osaka|kyoto|東京|日本|大阪|京都",
    "KR": "korea|south korea|republic of korea|seoul|busan|서울|부산",
}
_REGION_OF_PLACE = {place: region for region, places in _PLACES.items() for place in places.split("|")}
_REGIONS_OF_LANGUAGE = {
    "fr": ("FR", "CA", "BE", "CH"),
    "de": ("DE", "AT", "CH"),
    "es": ("ES", "MX", "AR", "CO", "CL"),
    "it": ("IT", "CH"),
    "pt": ("PT", "BR"),
    "ru": ("RU", "KZ", "BY"),
    "ar": ("EG", "SA", "AE", "JO"),
    "zh": ("CN", "HK", "TW"),
    "ja": ("JP",),
    "ko": ("KR",),
    "pl": ("PL",),
    "nl": ("NL", "BE"),
    "tr": ("TR",),
    "uk": ("UA",),
    "vi": ("VN",),
    "sv": ("SE",),
    "da": ("DK",),
    "en": ("US", "GB", "CA", "AU", "IE", "NZ"),
}
_MAX_GUESSES = 3
_DOMAINS = {"uk": "GB", "gov": "US", "mil": "US", "edu": "US", "eu": "BE"}
_REGION_OF_LEGAL_FORM = {
    "pty": "AU", "plc": "GB", "gmbh": "DE", "llc": "US", "inc": "US", "ltda": "BR", "oy": "FI", "b.v": "NL",
    "s.p.a": "IT",
}  # fmt: skip
_GENERIC_DOMAINS = frozenset(("ai", "cc", "co", "fm", "gg", "gl", "io", "la", "ly", "me", "sh", "to", "tv", "vc", "ws"))
_US_STATES = """
AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI
SC SD TN TX UT VA VT WA WI WV WY
"""
_STATES = frozenset(_US_STATES.split())


@dataclass(frozen=True, slots=True)
class Regions:
    """Countries to read a number by, the likeliest first: those the release points to, those one can only guess, and
    the one of the settings, whose user answers for it.
    """

    known: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ("US",)
    chosen: tuple[str, ...] = ()


def regions_of(
    places: Sequence[str], issuer: str | None, language: str | None, domains: Sequence[str], setting: str | None
) -> Regions:
    """What the dateline, the domains of the addresses and the issuer point to, then what the language leaves open.

    A language of several countries leaves the choice among them to the setting, which is also tried last.
    """
    known = [region for place in places for region in _of_place(place)]
    known += filter(None, map(_of_domain, domains))
    known += _of_place(issuer or "")
    forms = (_REGION_OF_LEGAL_FORM.get(word.strip(".,")) for word in (issuer or "").lower().split())
    known += filter(None, forms)
    chosen = (setting or "").upper()
    spoken = _REGIONS_OF_LANGUAGE.get((language or "en")[:2].lower(), ())
    likeliest = sorted(spoken, key=lambda region: region != chosen)[:_MAX_GUESSES]
    guessed = [*likeliest, *filter(None, (chosen,)), "US"]
    return Regions(tuple(dict.fromkeys(known)), tuple(dict.fromkeys(guessed)), (chosen,) if chosen else ())


def is_place(words: str) -> bool:
    """Whether the words, in lower case, are a place whose country is known, a state or a quarter (`nw`)."""
    return words in _REGION_OF_PLACE or words.upper() in _STATES or words in ("nw", "ne", "sw", "se")


def _of_place(place: str) -> list[str]:
    parts = [part.strip(" .") for part in re.split(r"[,/()–-]| and ", place)]
    regions = [_REGION_OF_PLACE.get(part.lower()) or ("US" if part in _STATES else None) for part in [place, *parts]]
    regions += [_REGION_OF_PLACE.get(word.lower()) for word in place.split()]
    return [region for region in regions if region]


def _of_domain(domain: str) -> str | None:
    top = domain.rpartition(".")[2]
    if top in _DOMAINS:
        return _DOMAINS[top]
    return top.upper() if len(top) == 2 and top.isascii() and top not in _GENERIC_DOMAINS else None
