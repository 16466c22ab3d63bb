"""Places that begin a release: enough to tell a dateline from a heading, not a gazetteer."""

_REGIONS = """
al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
sc sd tn tx ut vt va wa wv wi wy dc pr gu vi ab bc mb nb nl ns on pe qc sk uk us usa uae nsw vic qld ala ariz ark
calif colo conn del fla ill ind kan mass mich minn miss mont neb nev okla ore penn tenn tex vt wash wis wyo ont
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario
quebec alberta manitoba saskatchewan england scotland wales ireland australia austria bangladesh belgium brazil canada
chile china colombia cyprus denmark egypt estonia ethiopia finland france germany ghana greece hungary iceland india
indonesia iran iraq israel italy jamaica japan jordan kenya kuwait lebanon luxembourg malaysia malta mexico morocco
nepal netherlands nigeria norway oman pakistan panama peru philippines poland portugal qatar romania russia rwanda
senegal serbia singapore slovakia slovenia spain sweden switzerland taiwan tanzania thailand tunisia turkey uganda
ukraine vietnam zambia zimbabwe deutschland österreich schweiz españa italia brasil méxico suisse belgique
"""
REGIONS = frozenset(_REGIONS.split()) | {
    "new york", "new jersey", "new mexico", "new hampshire", "north carolina", "south carolina", "north dakota",
    "south dakota", "west virginia", "rhode island", "british columbia", "nova scotia", "united states",
    "united kingdom", "south africa", "south korea", "saudi arabia", "sri lanka", "new zealand", "hong kong",
    "costa rica", "united arab emirates", "czech republic",
}  # fmt: skip

_CITIES = """
washington london paris berlin vienna geneva brussels rome madrid lisbon dublin amsterdam moscow kyiv kiev warsaw
prague budapest bucharest sofia athens ankara istanbul cairo nairobi johannesburg pretoria lagos abuja accra dakar
tunis algiers rabat beirut damascus baghdad tehran riyadh doha dubai jerusalem amman kabul islamabad delhi mumbai
bengaluru dhaka colombo kathmandu bangkok jakarta manila singapore hanoi beijing shanghai tokyo osaka seoul taipei
sydney melbourne canberra auckland wellington ottawa toronto montreal vancouver boston chicago houston dallas atlanta
miami denver seattle detroit philadelphia phoenix minneapolis bogotá bogota lima santiago caracas quito brasília
brasilia oslo stockholm copenhagen helsinki reykjavik tallinn riga vilnius bern zurich zürich munich münchen frankfurt
hamburg köln cologne bonn wien genève genf bruxelles roma milano lisboa москва киев санкт-петербург варшава мадрид
barcelona luxembourg strasbourg strasburg nicosia valletta belgrade zagreb ljubljana sarajevo skopje tirana minsk
tbilisi yerevan baku astana tashkent
"""
CITIES = frozenset(_CITIES.split()) | {
    "new york", "los angeles", "san francisco", "san diego", "las vegas", "new delhi", "the hague", "mexico city",
    "buenos aires", "são paulo", "sao paulo", "rio de janeiro", "addis ababa", "hong kong", "kuala lumpur", "tel aviv",
    "santo domingo", "san juan", "panama city", "abu dhabi", "den haag",
}  # fmt: skip
