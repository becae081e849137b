"""Words that no personal name holds: of topics, events, institutions and places, in ten languages."""

from __future__ import annotations

import re
from typing import Final

INSTITUTIONS: Final = frozenset(
    """
    станция обсерватория заповедник издательство coletivo colectivo collectif abbaye abadía waterschap bundesamt
    landesamt collège biblioteca bibliothèque bibliotheek archivio archivo arquivo prefeitura município municipio
    comune gemeente mairie ayuntamiento observatório observatorio osservatorio museo museu musée fundação
    hoogheemraadschap ministerie cooperativa consorzio conservatorio conservatoire музей библиотека university
    universität université universidad università universidade universiteit universitat universitet uniwersytet
    universitas yliopisto universitetet üniversitesi университет univ univ. uni college faculty fakultät faculté
    facultad facoltà faculdade faculteit institute institut instituto istituto institution instituut instytut inst.
    inst polytechnic polytechnique polytechnisch politecnico politécnica politécnico hochschule fachhochschule
    gymnasium école ecole escuela scuola escola akademie academy académie academia accademia academie akademia
    laboratory laboratories laboratoire laboratorio laboratório department departamento dipartimento département
    departement dept dept. dep. abteilung lehrstuhl fachbereich foundation stiftung fondation fundación fondazione
    stichting corporation corp corp. inc inc. ltd ltd. gmbh llc s.a. s.p.a. b.v. plc e.v. society gesellschaft
    sociedad sociedade vereniging consortium council ministry ministerium ministère ministerio ministero hospital
    klinikum klinik clinic hôpital observatory observatoire observatorium museum bibliothek inria cnrs inrae inserm
    onera cwi mpi google microsoft facebook amazon apple ibm nvidia intel deepmind openai anthropic huawei tencent
    alibaba baidu bytedance samsung sony siemens bosch sap adobe netflix spotify uber airbnb mozilla wikimedia
    canonical suse redhat salesforce oracle cisco qualcomm bloomberg ericsson nokia philips airbus mit eth epfl
    caltech stanford oxford cambridge princeton harvard yale berkeley cornell purdue rutgers ucla ucl ucsd nyu cmu tum
    rwth kit kaist postech nus ntu mcgill waterloo sorbonne dauphine inalco oden risc nasa cern desy esa nist
    fraunhofer helmholtz leibniz-institut max-planck-institut jku tudelft ku nui iit iisc tifr unam usp unicamp csic
    meta институт академия лаборатория кафедра факультет училище ниу вшэ мгу спбгу мфти ран
    """.split()
)
"""What the names of institutions are made of, and names of institutions that need no more."""

GERMAN_SMALL: Final = frozenset({"mit", "uni", "sap", "inst"})
"""Words among them that are words of sentences as well: they count in capitals only."""

OFTEN_INSTITUTIONS: Final = frozenset(
    """
    mutual insurance holdings capital house office works industries logistics pharma robotics analytics records trust
    fund union federation club collective cooperative theatre orchestra ensemble choir radio tv magazine telecom
    school center centre zentrum centro centrum центр lab labs group team bank company association société società
    verein research technologies technology solutions systems software consulting ventures partners press studios
    studio media ai agency architects architekten architectes arquitectos architetti architecten engineers engineering
    ingenieure consultants advisers advisors associates lawyers solicitors rechtsanwälte avocats abogados sons söhne
    brothers bros builders farms agentur amt bundesamt bureau project initiative network alliance campus
    """.split()
)
"""What names of institutions end in, and titles of talks too."""

NO_PEOPLE: Final = frozenset(
    {
        "hong kong", "johns hopkins", "carnegie mellon", "notre dame", "ohio state", "penn state", "georgia tech",
        "virginia tech", "texas tech", "goldman sachs", "morgan stanley", "jp morgan", "jane street", "two sigma",
        "general electric", "general motors", "red hat", "hugging face", "deutsche telekom", "deutsche bahn",
        "rolls royce", "los alamos", "oak ridge", "lawrence berkeley", "lawrence livermore", "max planck",
        "isaac newton", "roma tre", "paris saclay", "sciences po", "imperial college", "king's college",
        "ann arbor", "erasmus mc", "charles river", "wells fargo",
    }
)  # fmt: skip
"""Places and institutions of two words that read like people."""

PLACES: Final = frozenset(
    """
    usa us uk u.s.a. u.s. u.k. england scotland wales ireland germany austria switzerland france spain italy portugal
    netherlands belgium luxembourg denmark norway sweden finland iceland poland czechia slovakia hungary romania
    bulgaria greece turkey croatia slovenia serbia ukraine russia estonia latvia lithuania israel egypt morocco
    tunisia algeria nigeria kenya ghana senegal ethiopia brazil argentina chile peru colombia mexico canada australia
    china japan korea india pakistan bangladesh iran iraq taiwan vietnam thailand indonesia malaysia singapore
    philippines deutschland österreich schweiz frankreich spanien italien niederlande belgien polen tschechien ungarn
    schweden allemagne autriche suisse espagne italie pays-bas belgique pologne royaume-uni états-unis québec brésil
    españa alemania francia italia suiza méxico perú brasil reino_unido estados_unidos germania svizzera spagna
    alemanha frança espanha itália suíça nederland duitsland frankrijk belgië россия германия франция украина беларусь
    中国 日本 香港 台湾 澳门 北京 上海 東京 京都 大阪
    """.split()
)
"""Countries, as addresses end in them."""

PLACE_STARTS: Final = frozenset(
    """
    san santa santo são sao saint st los las hong kuala buenos rio el tel cape palo college abu costa puerto saudi sri
    sierra papua burkina côte cote bad ciudad villa monte mount lake fort port
    """.split()
)
"""What the names of places of two words begin with: behind a comma, Santa Barbara is no person."""

NOBODY: Final = frozenset(
    {
        "tba", "tbd", "tbc", "t.b.a", "t.b.d", "n.n", "nn", "n. n", "n/a", "na", "none", "nobody", "anyone",
        "everyone", "everybody", "all", "various", "several", "multiple", "participants", "attendees", "speakers",
        "organizers", "organisers", "audience", "unknown", "unassigned", "unconfirmed", "anonymous", "speaker",
        "presenter", "various speakers", "several speakers", "multiple speakers", "all speakers",
        "all participants", "all attendees", "all together", "invited speakers", "the organizers", "the organisers",
        "local organizers", "local organisers", "to be announced", "to be determined", "to be confirmed",
        "to be decided", "speaker to be announced", "speaker to be confirmed", "speakers to be announced",
        "speaker tba", "speakers tba", "speaker tbd", "speaker tbc", "not yet confirmed", "alle", "alle teilnehmer",
        "alle teilnehmenden", "alle teilnehmer*innen", "teilnehmer", "teilnehmende", "verschiedene", "diverse",
        "offen", "noch offen", "wird noch bekannt gegeben", "wird noch bekanntgegeben", "wird bekannt gegeben",
        "folgt", "n.b", "niemand", "tous", "toutes", "tous les participants", "tout le monde", "divers",
        "à définir", "à confirmer", "à préciser", "à venir", "à déterminer", "à annoncer", "orateur à confirmer",
        "non précisé", "todos", "todas", "todos los participantes", "varios", "por confirmar", "por definir",
        "por anunciar", "por determinar", "sin confirmar", "tutti", "tutti i partecipanti", "vari", "da definire",
        "da confermare", "da annunciare", "vários", "todos os participantes", "a confirmar", "a definir",
        "a anunciar", "a ser definido", "allen", "iedereen", "allemaal", "n.t.b", "ntb", "n.n.b", "nog niet bekend",
        "nog te bepalen", "nog onbekend", "nader te bepalen", "wordt nog bekendgemaakt", "wordt bekendgemaakt",
        "nog bekend te maken", "wird noch benannt", "все", "все участники", "уточняется", "будет объявлен",
        "будет объявлено", "не определён", "待定", "未定", "待公布", "待确认", "待通知", "全体", "全員", "全员",
        "全体人员", "全体参会者", "所有人", "调整中", "調整中", "参加者", "未詳", "不明", "各位", "大家", "推定中",
        "嘉宾待定",
    }
)  # fmt: skip
"""What stands where a name will be, or says that nobody in particular is meant; without full stop and capitals."""

FUNCTION_WORDS: Final = frozenset(
    """
    the of for and with without is are was were be been how what why when where who whom whose which this that these
    those our your their its his her my we they from into onto over under between beyond towards toward against about
    across through during before after than then nor but if could should would shall must via using by at out down
    upon versus vs more most less least much few some any each every both it not die eine einer und oder für mit ohne
    ist sind wie warum über unter zwischen gegen nicht kein keine une et où pour avec sans dans entre vers comment
    pourquoi para cómo qué una desde hacia hasta gli nella perché tra uma pelo pela sobre een het voor naar tussen hoe
    waarom и в на с к о об от для как что это или не
    """.split()
)
"""Small words that titles hold with a capital too. What is written small is no part of a name, unless a particle."""

NO_STARTS: Final = frozenset("von vom zum zur im am das des der les los las una une ein eine".split())
"""Words that are particles inside a name, and begin a title."""

TOPICS: Final = frozenset(
    """
    director professor president chairman chairwoman chair minister mayor secretary engineer officer provost rector
    vice assistant associate head dean gateway gateways pathway pathways highway sums sum ice breaker speed dating
    elevator pitch gather town imbiss umtrunk buffet gemeinsamer gemeinsames gemeinsame gemeinsamen colonization
    memory talk talks lecture lectures keynote keynotes invited contributed plenary speech speeches address
    presentation presentations session sessions parallel poster posters panel panels discussion discussions roundtable
    round table workshop workshops tutorial tutorials seminar seminars colloquium conference conferences symposium
    meeting meetings meetup forum summit course courses class classes training opening closing welcome remarks
    introduction introductions introducing introductory overview summary conclusion conclusions wrap-up questions
    answers q&a break breaks coffee tea lunch dinner breakfast reception registration check-in banquet party social
    excursion tour photo photos picture group free time morning afternoon evening night day days week schedule program
    programme agenda timetable announcement announcements award awards ceremony prize prizes concert film screening
    performance exhibition demo demos demonstration demonstrations interview interviews debate debates fireside chat
    breakout networking mentoring onboarding orientation assembly plenum business update updates news lightning
    spotlight spotlights oral orals extended part chapter lesson unit track tracks stream topic topics theme themes
    series edition volume version release amendment amended cancelled canceled room rooms hall auditorium aula
    building floor main lobby foyer restaurant hotel cafeteria bof birds sprint sprints hackathon hackathons report
    reports status live online hybrid virtual joint special general theory theories theorem theorems proof proofs
    analysis algebra algebras algebraic geometry geometries geometric topology topological function functions
    functional equation equations problem problems method methods model models modeling modelling system systems
    network networks neural learning machine machines deep data dataset datasets science sciences scientific scientist
    computer computers computing computation computations computational artificial intelligence intelligent software
    hardware quantum mechanics mechanical physics physical chemistry chemical biology biological mathematics
    mathematical statistics statistical stochastic probability probabilistic random applications application applied
    approach approaches algorithm algorithms algorithmic optimization optimisation optimal dynamic dynamics process
    processes processing processor processors structure structures structured structural design designs designing
    designer development developments developer developers engineering education educational research researchers
    study studies theoretical practical practice practices advanced basic basics fundamental fundamentals foundation
    foundations recent modern new novel advances progress progressive challenge challenges opportunity opportunities
    future futures perspective perspectives past present history historical art arts culture cultural language
    languages linguistics linguistic security secure privacy private public energy climate environment environmental
    health healthcare medicine medical disease diseases drug drugs cancer clinical society political politics economic
    economics economy policy policies legal rights law laws justice ethics ethical web internet open source sources
    code coding codes programs programming programmable compiler compilers kernel driver drivers firmware database
    databases server servers cloud container containers cluster clusters storage cache file files boot linux unix
    windows android java javascript python rust golang kotlin haskell perl ruby php apache mozilla debian ubuntu
    fedora docker kubernetes blockchain bitcoin crypto cryptography cryptographic encryption protocol protocols packet
    packets router routers wireless mobile robot robots robotic robotics drone drones sensor sensors device devices
    digital analog signal signals image images imaging vision visual video audio music sound text texts word words
    document documents book books library libraries knowledge information informatics ontology ontologies semantic
    semantics syntax logic logics reasoning inference causal causality prediction predictive predicting forecasting
    classification regression clustering detection recognition generation generative generator generators transformer
    transformers attention diffusion adversarial reinforcement supervised unsupervised self-supervised embedding
    embeddings representation representations feature features graph graphs tree trees matrix matrices tensor tensors
    vector vectors space spaces field fields groups ring rings module modules manifold manifolds variety varieties
    bundle bundles category categories categorical symmetry symmetries symmetric operator operators integral integrals
    differential difference linear nonlinear non-linear convex discrete continuous finite infinite zeta iwasawa
    elliptic curve curves modular form forms prime primes number numbers polynomial polynomials ideal ideals set sets
    point points line lines surface surfaces map maps mapping bayesian gaussian markov fourier laplace hilbert banach
    riemann euler monte carlo lie global local large small big fast slow high low early late long short scale scalable
    scaling distributed concurrent concurrency real real-time simple simplified complex complexity smart green
    sustainable sustainability safe safety reliable reliability robust robustness efficient efficiency effective
    automatic automated automation autonomous adaptive interactive interaction interactions human humans people person
    user users community communities team teams project projects management manager manage managing lead leadership
    women youth kids children student students teacher teachers teaching school schools university industry industrial
    company companies startup startups market markets marketing finance financial bank banking money price pricing
    game games gaming play playing test tests testing tested debug debugging debugger bug bugs error errors failure
    failures fault faults attack attacks attacker hacking hack hacks hackers exploit exploits exploiting exploitation
    vulnerability vulnerabilities threat threats malware reverse defense defence control controls controller
    controllers monitor monitoring observability metrics measurement measurements measuring benchmark benchmarks
    benchmarking tuning migration migrating integration integrating deployment deploying deploy delivery build builds
    builder package packages packaging tool tools toolkit toolchain framework frameworks platform platforms
    architecture architectures infrastructure service services microservice microservices interface interfaces api
    apis plugin plugins extension extensions editor editors browser browsers client clients app apps desktop terminal
    shell script scripts scripting query queries search index indexing format formats standard standards specification
    specifications licence license licenses licensing copyright patent patents freedom libre world worlds earth planet
    ocean water air fire weather space-time universe galaxy galaxies star stars black hole holes matter particle
    particles nuclear atomic molecular molecule molecules protein proteins gene genes genome genomic genomics cell
    cells brain cognitive cognition mind minds neuro neuroscience psychology philosophy sociology anthropology
    archaeology literature poetry writing reading reader readers media press journalism story stories storytelling
    life living death war peace power powers city cities urban rural house home homes car cars vehicle vehicles
    transport transportation traffic train trains flight aviation rocket satellite satellites food agriculture farming
    plant plants animal animals forest material materials metal metals polymer polymers crystal crystals liquid fluid
    fluids flow flows wave waves light optics optical photonics laser lasers electron electrons electronic electronics
    electric electrical magnetic magnetism superconductivity semiconductor circuit circuits chip chips board boards
    open-source cross-platform end-to-end next beyond below inside behind toward towards things thing way ways guide
    guides tips tricks lessons learned learn best good bad ugly better great love hate magic alpha beta gamma delta
    omega identity box native reality augmented edible soft rebel archive archives castle loom pinning ephemeral
    memcheck reloaded revisited reviving rethinking understanding exploring hypervisor hypervisors cacheable overlay
    itinerary ecosystem ecosystems cartridge taming config keep calm use eclipse retail surveillance
    countersurveillance seriously huge intercoms insight insights maintenance universal unified unifying generalized
    generalised extreme critical essential total full half double triple single multiple multi first second third last
    final annual monthly weekly daily international national regional european american asian african german french
    english spanish italian chinese japanese russian dutch polish portuguese indian ancient classical contemporary
    medieval baroque romantic cold hot warm dark bright blue red yellow silver golden pre-conference post-conference
    family friends hike hiking walk run yoga beer wine pizza barbecue bbq drinks cocktail snacks refreshments
    departure arrival transfer bus shuttle visit sightseeing museum boat cruise north south east west northern
    southern eastern western street straße strasse avenue road square plaza state county united states kingdom
    republic america europe asia africa australia zealand monday tuesday wednesday thursday friday saturday sunday
    january february march july september october november december vortrag vorträge hauptvortrag hauptvorträge
    plenarvortrag eröffnung begrüßung grußwort grußworte abschluss verabschiedung schlusswort pause pausen kaffeepause
    mittagspause teepause mittagessen abendessen frühstück diskussion podiumsdiskussion sitzung sitzungen
    arbeitsgruppe arbeitsgruppen mitgliederversammlung vereinsversammlung tagung programm empfang führung anmeldung
    anreise abreise raum saal hörsaal seminarraum theorie theorien lernen lehre verfahren anwendung anwendungen
    grundlagen einführung ausblick rückblick überblick stand zukunft wissenschaft wissenschaften forschung entwicklung
    technik technologie technologien informatik mathematik physik chemie biologie medizin geschichte gesellschaft
    wirtschaft politik recht rechts kultur kunst musik sprache sprachen bildung schule welt leben mensch menschen
    daten netz netze netzwerk netzwerke sicherheit datenschutz überwachung künstliche intelligenz maschinelles
    digitale digitaler digitales neue neuer neues neuen alte große kleine erste zweite dritte berechnete durchmarsch
    nachmittag vormittag mittag tag tage woche ausflug wanderung stadtführung gesellschaftsabend preisverleihung
    ehrung offene offener aktuelle aktuelles verschiedenes fragen antworten probleme methoden modelle systeme jeunes
    chercheurs chercheur courts exposé exposés conférence conférences plénière plénières séance séances pauses café
    déjeuner dîner accueil ouverture clôture débat débats atelier ateliers ronde bienvenue assemblée générale visite
    salle amphi théorie théories apprentissage automatique profond analyse données réseaux réseau calcul calculs santé
    société droit histoire langue langues école recherche recherches développement développements nouvelles nouveaux
    modèles modèle méthodes méthode systèmes système algèbre géométrie probabilités statistique statistiques mot
    discours remise prix apéro apéritif journées journée matin midi soir après-midi sesión sesiones charla charlas
    ponencia ponencias conferencia conferencias plenaria plenarias descanso almuerzo cena desayuno bienvenida apertura
    clausura inauguración inaugural taller talleres mesa redonda registro inscripción sala teoría aprendizaje
    automático profundo introducción análisis datos redes ciencia ciencias sistemas sistema métodos método modelos
    modelo problemas problema aplicaciones investigación desarrollo historia lengua lenguas salud sociedad cultura
    educación comida foto grupo visita guiada mañana tarde noche palabras cóctel sessione sessioni relazione relazioni
    intervento interventi conferenza conferenze pausa pranzo colazione benvenuto chiusura tavola rotonda registrazione
    saluti teoria apprendimento introduzione analisi dati reti rete scienza scienze sistemi metodi modelli problemi
    applicazioni ricerca sviluppo storia lingua lingue salute società assemblea premiazione aperitivo istituzionali
    mattina pomeriggio sera sessão sessões palestra palestras conferência conferências intervalo almoço jantar
    abertura encerramento mesa-redonda credenciamento oficina oficinas aprendizagem aprendizado introdução análise
    dados rede ciência ciências história língua línguas saúde sociedade educação desenvolvimento pesquisa boas-vindas
    minicurso coquetel lanche lezing lezingen pauze koffie koffiepauze lunchpauze sluiting afsluiting discussie borrel
    ontvangst zaal inleiding welkom welkomstwoord ochtend middag avond wandeling werkgroep onderzoek wetenschap
    geschiedenis gegevens доклад доклады лекция лекции пленарный пленарная пленарное заседание перерыв обед ужин
    завтрак открытие закрытие дискуссия регистрация приветствие приветственное слово сессия секция секции круглый стол
    введение теория зал аудитория кофе кофе-брейк конференция конференции экскурсия фуршет банкет стендовые машинное
    обучение анализ данных методы модели системы задачи задача история наука науки применение приложения основы новые
    подведение итогов
    """.split()
)  # fmt: skip
"""What titles of talks and names of events and rooms are made of."""

HAN_TOPICS: Final = re.compile(
    r"[报報][告]|论坛|論壇|会议|會議|休息|茶歇|午餐|晚餐|晚宴|早餐|开幕|開幕|闭幕|閉幕|致辞|致词|讨论|討論|主题|主題|专题|分会|合影|拍照|注册|签到|演讲|演講|介绍|"
    r"总结|研究|技术|技術|教育|学院|大学|大學|公司|中心|実験|講演|発表|会場|休憩|昼食|夕食|懇親|受付|挨拶|開会|閉会|総会|機構|議論|学会|仪式|典礼|表彰|交流|活动|参观|考察|"
    r"报到|离会|开场|座谈|沙龙|培训|工作|开始|结束|式$|会$|招待|一般|特別|昼休|時間|时间|时代|安全|文化|金融|方法|向量|石油|路由|成果|成长|万物|关系|关注|关于|温度|"
    r"单元|高等|高级|高性能|高校|江苏|江西|华为|华东|系统|系統|模型|数据|网络|智能|学习|学習|理论|理論|应用|応用|计算|計算|算法|设计|設計|分析|数学|物理|科学|历史|社会|经济|"
    r"政治|国际|国際|中国|日本|餐厅|餐廳|酒店|中午|上午|下午|晚上|大厅|大廳|[のをがはにで]|における|について"
)
"""What titles in Chinese and Japanese are made of."""
