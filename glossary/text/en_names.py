"""What English says about names by its words: titles, generic words of bodies, places and events, particles.

All words are in lower case and straight quotes, as `en.normalized(word).lower()` gives them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLE_HEADS = _words(
    "adm adm. admiral adviser advisor aide ambassador amir archbishop archimandrite attache attaché"
    " attorney auditor ayatollah baron baroness bishop brig brig. brigadier caliph capt capt. captain"
    " cardinal chairman chairperson chairwoman chancellor chaplain charge chief coach col col. colonel"
    " commander commander-in-chief commissioner commissioner-general commodore congressman congresswoman"
    " constable consul coordinator corporal councillor counsellor count countess dean deputy director"
    " director-general doctor dr dr. duchess duke editor editor-in-chief emir emperor empress envoy"
    " executive father gen gen. general gov gov. governor governor-general head imam inspector judge"
    " justice khedive king lady lama laureate leader lieutenant lord lt lt. magistrate maharaja maj maj."
    " major manager marshal maulana mayor metropolitan minister monsignor mother mr mr. mrs mrs. ms ms."
    " mufti mullah negotiator nuncio officer ombudsman pastor patriarch pope prefect premier president"
    " priest primate prince princess principal prof prof. professor prosecutor provost queen rabbi"
    " rapporteur rector regent registrar rep rep. representative rev rev. reverend sardar secretary"
    " secretary-general selector sen sen. senator sergeant sgt sgt. shah sheikh sheikha sheriff sir sister"
    " skipper speaker spokesman spokesperson spokeswoman sultan superintendent taoiseach treasurer"
    " under-secretary-general undersecretary vicar vice-chancellor vice-minister vice-premier"
    " vice-president viceroy warden whip"
)
"""Words that end a title or office, in the singular."""

TITLE_MODIFIERS = _words(
    "acting additional army assistant associate attorney brigadier chief co-founder command counsel crown"
    " deputy detective district executive external federal field first foreign fourth general grand high"
    " home honorary inspector joint lieutenant lord lt lt. maj maj. major managing military national naval"
    " opposition party permanent petty plenipotentiary police political presidential press prime"
    " prosecutor provincial rear regional resident second senior special spiritual state supreme surgeon"
    " third trade under vice war warrant"
)
"""Words before the head of a title that belong to it also in lower case."""

PORTFOLIOS = _words(
    "affairs agriculture aviation border budget business cabinet change climate commerce commercial"
    " communications construction cooperation cultural culture customs defence defense development digital"
    " economic economy education emergencies emergency employment energy environment finance fisheries"
    " food forestry health higher home housing human humanitarian immigration industry information"
    " infrastructure intelligence interior investment irrigation justice labor labour land law maritime"
    " migration mines mining natural oil parliamentary petroleum planning policy population power"
    " privatisation privatization public railway railways relief religious resources rights rural science"
    " security shipping social space sport sports taxation technology telecommunications tourism transport"
    " transportation treasury tribal urban water welfare women works youth"
)
"""What a minister, ministry, secretary or commissioner is for."""

OFFICES_IN_LOWER_CASE = _words(
    "ambassador chairman chancellor commissioner commissioner-general director-general emir governor"
    " governor-general mayor mediator mufti nuncio ombudsman premier president prosecutor rapporteur"
    " rector secretary-general senator sheriff speaker spokesperson sultan under-secretary-general"
    " undersecretary vice-president"
)
"""Offices that are worth a term where they stand alone, in lower case; of the rest an attribute is asked."""

HONORIFICS = _words(
    "amir ayatollah baron baroness count countess dr dr. emir father imam khan lady lord maulana mother"
    " mr mr. mrs mrs. ms ms. mufti mullah prince princess prof prof. sardar shah sheikh sheikha sir sister"
    " sultan"
)
"""Titles that belong to the name where another title stands before them."""

MISSIONS = {"embassy": "embassies", "ministry": "ministries", "consulate": "consulates"}
"""Offices of a state that are terms in lower case, with their plurals; a ministry needs its portfolio."""

STATE_BODIES = _words(
    "cabinet consulate defence defense embassy finance foreign government interior minister ministry"
    " mission parliament president prime"
)
"""Words before which a nationality says whose and belongs to no name: *Turkish Foreign Ministry*."""

ORGANIZATION_HEADS = _words(
    "academy administration agency airlines airways alliance army assembly association authority bank"
    " board brigade broadcasting bureau cabinet caucus center centre chamber church city club coalition"
    " college command commission committee community company confederation congress consortium consulate"
    " corporation corps council court crescent cross department directorate division duma embassy exchange"
    " executive faculty federation fleet force forces foundation front fund gallery gazette government"
    " group guard guards holding hospital house industries initiative institute institution international"
    " islami jamaat khural laboratory league library lok mail majlis market ministry mission mosque motors"
    " movement museum navy network news observatory office oil opera orchestra order organisation"
    " organization palace parliament party police post prison programme radio railways register registry"
    " sabha school secretariat senate service services shura society stadium staff state steel strategy"
    " structure studio syndicate team telegraph television theater theatre times treasury tribunal trust"
    " tv union unions university watch"
)
"""Generic words that end the name of a body, or stand before its *of*."""

PLACE_HEADS = _words(
    "airport barrage basin bay border bridge canal cape city coast colony county crossing dam desert"
    " district east emirate emirates field glacier governorate gulf harbor harbour heights highlands hill"
    " hills island islands isle isles jungle kingdom lake line mount mountain mountains north oblast ocean"
    " pass peninsula plateau port province range ranges region republic reservoir river road sea south"
    " square states station steppe strait street territory town valley village west"
)
"""Generic words that end the name of a place, or stand before its *of*."""

NAME_OPENERS = _words(
    "air bank cape central club east eastern fort great greater gulf inner lake las los mount new north"
    " northeast northeastern northern northwest northwestern outer port puerto radio saint san san- santa"
    " sao south southeast southeastern southern southwest southwestern st st. são upper west western"
)
"""Words that open names, of places above all; they stay where a sentence begins with them."""

EVENT_HEADS = _words(
    "accord accords agreement anniversary award awards championship championships conference"
    " consultations convention corridor cup cyclone day declaration dialogue exhibition expo fair festival"
    " forum games grand hurricane marathon memorandum olympics open pact pipeline prix prize project"
    " protocol railway referendum shield storm summit talks tournament treaty typhoon war week"
)
"""Generic words of events, treaties, prizes and great works."""

PARTICLES = _words(
    "abu af al bin bint da das de del della den der des di dos du e el es ibn la le ten ter ud ul umm und"
    " ur uz van von y zu"
)
"""Particles within the names of people and places, in lower case."""

CONNECTORS = _words("of for on the and & in to")
"""Words within the names of bodies, in lower case."""

MONTHS_AND_DAYS = _words(
    "april aug aug. august dec dec. december est feb. february friday fridays gmt jan. january jul july"
    " jun june march may monday mondays nov nov. november oct oct. october pst saturday saturdays sep sept"
    " sept. september sunday sundays thursday thursdays tuesday tuesdays utc wednesday wednesdays"
)

NATIONALITIES = _words(
    "afghan afghans african africans albanian albanians algerian algerians american americans andorran"
    " angolan arab arabic arabs argentine argentinian armenian armenians asian asians australian"
    " australians austrian austrians azerbaijani azerbaijanis azeri bahraini baloch bangladeshi"
    " bangladeshis basque belarusian belarusians belgian bengali bhutanese bolivian bosnian brazilian"
    " brazilians british briton britons buddhist bulgarian bulgarians burmese burundian cambodian"
    " cameroonian canadian canadians catalan catholic chadian chechen chilean chinese christian christians"
    " colombian colombians congolese croatian croatians cuban cubans cypriot czech czechs dane danes"
    " danish dutch ecuadorean ecuadorian egyptian egyptians emirati emiratis english eritrean estonian"
    " estonians ethiopian ethiopians european europeans fijian filipino filipinos finn finnish finns"
    " french gambian georgian georgians german germans ghanaian greek greeks guatemalan guinean haitian"
    " haitians hindi hindu hindus honduran hungarian hungarians icelandic indian indians indonesian"
    " indonesians iranian iranians iraqi iraqis irish islamic islamist islamists israeli israelis italian"
    " italians ivorian jamaican japanese jew jewish jews jordanian jordanians kashmiri kazakh kazakhs"
    " kazakhstani kenyan kenyans korean koreans kosovar kurd kurdish kurds kuwaiti kyrgyz lao laotian"
    " latin latvian latvians lebanese liberian libyan libyans lithuanian lithuanians macedonian malagasy"
    " malawian malaysian malaysians maldivian malian maltese mauritanian mexican mexicans moldovan"
    " moldovans mongolian mongolians montenegrin moroccan moroccans mozambican muslim muslims namibian"
    " nepalese nepali nicaraguan nigerian nigerians nigerien norwegian norwegians omani orthodox ottoman"
    " pakistani pakistanis palestinian palestinians panamanian paraguayan pashto pashtun persian peruvian"
    " pole poles polish portuguese punjabi qatari qataris roman romanian romanians russian russians"
    " rwandan salvadoran saudi saudis scottish senegalese serb serbian serbs sikh sikhs sindhi singaporean"
    " slovak slovaks slovenian slovenians somali somalis soviet spaniards spanish sudanese swede swedes"
    " swedish swiss syrian syrians taiwanese tajik tajiks tanzanian tatar thai thais tibetan togolese"
    " tunisian tunisians turk turkish turkmen turks ugandan ukrainian ukrainians urdu uruguayan uyghur"
    " uyghurs uzbek uzbeks venezuelan venezuelans vietnamese welsh western yemeni yemenis zambian"
    " zimbabwean"
)
"""Peoples, their adjectives and languages, and faiths: no names, though capitals mark them."""

COUNTRIES = _words(
    "abkhazia afghanistan africa albania algeria america angola antarctica argentina armenia asia"
    " australia austria azerbaijan bahrain bangladesh belarus belgium belize benin bhutan bolivia botswana"
    " brazil britain brunei bulgaria burundi cambodia cameroon canada chad chile china colombia congo"
    " croatia cuba cyprus czechia denmark djibouti dprk drc ecuador egypt england eritrea estonia ethiopia"
    " eurasia europe fiji finland france gabon gambia gaza georgia germany ghana greece greenland grenada"
    " guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel"
    " italy jamaica japan jordan kashmir kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon"
    " lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali"
    " malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar"
    " namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay"
    " peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia"
    " seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan"
    " tajikistan tanzania thailand togo tonga tunisia turkey turkiye turkmenistan türkiye u.a.e. u.k. u.s."
    " u.s.a. uae uganda uk ukraine uruguay us usa ussr uzbekistan vanuatu venezuela vietnam wales yemen"
    " zambia zimbabwe"
)
"""Countries and continents of one word."""

PLACE_ENDINGS = (
    "stan", "abad", "pur", "grad", "gorod", "burg", "burgh", "land", "shire", "ville", "polis", "garh",
    "nagar", "ovo", "evo", "sk", "tsk", "kent", "chester", "mouth", "ford", "bay", "dorf", "furt", "heim",
    "hagen",
)  # fmt: skip
"""How the names of places end, seldom those of people."""

NO_NAMES = _words(
    "a.m. ad ai aids allah am atm bc bible cctv ceo cfo coo covid covid-19 cto dj dna dvd e-mail earth"
    " faq gdp gnp god gps gw hiv i id ids internet ip it kg km koran kwh lng lpg moon mp mps mr mw ngo"
    " ngos o'clock ok p.m. pdf phd pm quran rs sim sos sun suv tv usb vat vip x-ray"
)
"""Words in capitals that name nobody."""

FUNCTION_WORDS = _words(
    "a about above according across after against ahead all almost along already also although always"
    " amid among an and another any anyone anything around as aside asked at away back because before"
    " behind being below beside besides between beyond both but by can cannot consequently could despite"
    " did do does down during each earlier either elsewhere enough even ever every everyone ex- except few"
    " finally for former formerly from further hardly has have having he hence her here hers him his how"
    " however i if in incoming indeed inside instead into is it its itself just last late later least less"
    " like many may meanwhile might more moreover most much must my near nearly neither never nevertheless"
    " new-found next no nobody none nor not nothing now nowhere of off often on once one only onto"
    " opposite or other others otherwise our out outgoing outside over past per perhaps rather recently"
    " retired said same says seldom several shall she should since so some somebody someone something"
    " sometimes somewhere soon still such than that the their them themselves then thence there thereafter"
    " therefore these they this those though three through throughout thus till to today together tomorrow"
    " too toward towards two under unlike until up upon us usually very was we were what whatever when"
    " whenever where whereas wherever whether which while who whoever whom whose why will with within"
    " without would yes yesterday yet you your"
)
"""Words that never begin a name in news, where capitals are due to their place or to a headline."""

SAYING = _words(
    "added admitted agreed announced argued arrived asked believes called claimed complained condemned"
    " confirmed declared denied died explained insisted joked married met noted promised recalled remarked"
    " replied resigned said say says spoke stressed tells thanked thinks told urged visited vowed warned"
    " welcomed who wrote"
)
"""What people do and bodies seldom: a name before it is a person's."""

REPORTING = _words("broadcast published reported")
"""What newspapers and agencies do."""

WHEREABOUTS = _words(
    "across around at from in inside into near off outside through throughout toward towards via"
)
"""Prepositions before which, in the main, places stand."""


@cache
def _common_words() -> frozenset[str]:
    path = Path(__file__).with_name("en_words.txt")
    return frozenset(path.read_text(encoding="utf-8").split())


_ENDINGS = (
    ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")),
    ("ly", ("",)),
)  # fmt: skip
_GENERIC = TITLE_HEADS | TITLE_MODIFIERS | PORTFOLIOS | ORGANIZATION_HEADS | PLACE_HEADS | EVENT_HEADS
_ABSTRACT = ("tion", "sion", "ment", "ness", "ism", "ity", "ance", "ence", "ology")
_CONTRACTED = frozenset({"d", "ll", "m", "re", "s", "t", "ve"})
_MOSTLY_IN_NAMES = _words(
    "administrative atomic constitutional democratic intergovernmental international meteorological"
    " metropolitan organization supreme united"
)


@cache
def is_common(word: str) -> bool:
    """Whether a lower-case word is an everyday one, by the list of base forms beside this module.

    The list leaves out what news writes with a capital more often than not.
    """
    words = _common_words()
    if word in words or word in _GENERIC or word in _MOSTLY_IN_NAMES or word in FUNCTION_WORDS:
        return True
    if len(word) > 7 and word.endswith(_ABSTRACT):
        return True
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not (ending == "s" and stem[-1] in "ys"):
            if any(stem + replacement in words for replacement in replacements):
                return True
            if ending in ("ed", "ing") and stem[-1] == stem[-2] and stem[:-1] in words:
                return True
    if "'" in word:
        whole, _, contracted = word.rpartition("'")
        return contracted in _CONTRACTED and is_common(whole.removesuffix("n"))
    return "-" in word and all(is_common(part) for part in word.split("-") if part)


@cache
def is_title_head(word: str) -> bool:
    """Whether a lower-case word ends a title, in either number."""
    return singular(word) in TITLE_HEADS


def singular(word: str) -> str:
    """The singular of a lower-case noun of these tables, by ending; other words may come back changed."""
    for plural, ending in (("ies", "y"), ("sses", "ss"), ("men", "man"), ("s", "")):
        if word.endswith(plural) and not word.endswith("ss"):
            return word.removesuffix(plural) + ending
    return word
