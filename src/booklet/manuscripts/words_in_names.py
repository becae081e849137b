"""Words that no personal name holds: of topics, of events, of institutions and of places, in ten languages."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


INSTITUTIONS: Final = _words(
    """
    biblioteca bibliothèque bibliotheek archivio archivo arquivo archives prefeitura município municipio comune gemeente mairie ayuntamiento coletivo colectivo
    collectif laboratório observatório observatorio osservatorio observatoire museo museu musée museum abbaye abadía fundação waterschap hoogheemraadschap
    ministerie stichting vereniging gemeenschap natuurbond sociedade cooperativa coop consorzio parco parque parc inventaire bureau
    atelier conservatorio conservatoire театр музей библиотека
    university universität université universidad università universidade universiteit университет univ uni college
    school
    institute institut instituto istituto institution institutions inria cnrs inrae cwi mpi max-planck-institut
    laboratory
    laboratories laboratoire laboratorio lab labs department departamento dipartimento département dept faculty fakultät
    faculté facultad facoltà faculdade faculteit academy akademie académie academia accademia center centre zentrum
    centro
    centrum центр polytechnic polytechnique politecnico hochschule fachhochschule école ecole escuela scuola escola
    foundation stiftung fondation fundación fondazione fundação company corporation corp inc ltd gmbh ag llc sa spa bv
    association society gesellschaft société sociedad società sociedade vereniging council ministry ministerium
    ministère
    ministerio ministero hospital klinikum clinic hôpital bank group team consulting technologies technology solutions
    systems software research google microsoft meta facebook amazon apple ibm nvidia intel deepmind openai mit eth epfl
    caltech stanford oxford cambridge princeton harvard yale berkeley cornell ucla ucl ucsd nyu cmu tum rwth kit kaist
    nus
    ntu oden risc nasa cern desy fraunhofer helmholtz siemens bosch sap институт академия лаборатория кафедра факультет
    """
)  # fmt: skip
"""What the names of institutions are made of."""

TOPICS: Final = _words(
    """
    gemeinsamer gemeinsames gemeinsame imbiss umtrunk buffet schlusswort jeunes chercheurs
    a an the of for in on at to from with without by and or as is are be how what why when where who which this that
    these
    our your we you it its not no new via using towards toward into over under between beyond
    der die das des dem den ein eine einer und oder für mit ohne im ins am zum zur über unter zwischen wie was warum
    le la les un une des du au aux et ou pour avec sans dans sur sous entre vers comment pourquoi
    el los las una y o para con sin en por como qué il lo gli i e per senza nel nella sul come perché
    os as um uma em no na nos nas do da dos das com sem sobre het een met zonder voor over onder
    talk talks lecture lectures keynote keynotes invited contributed plenary speech address presentation presentations
    session sessions parallel poster posters panel discussion discussions roundtable round table workshop workshops
    tutorial
    tutorials seminar colloquium conference symposium meeting meetings forum summit school course courses training
    opening closing welcome remarks introduction introductory overview summary conclusion conclusions wrap-up questions
    answers break breaks coffee tea lunch dinner breakfast reception registration check-in banquet party social
    excursion
    tour photo group free time morning afternoon evening night day days week schedule program programme agenda timetable
    room hall auditorium aula building floor main lobby foyer restaurant hotel campus library
    theory theories theorem theorems analysis algebra algebras algebraic geometry geometric topology functions function
    equations equation problem problems methods method models model modeling modelling systems system networks network
    neural
    learning machine deep data science sciences computer computing computation computational computations artificial
    intelligence software hardware quantum mechanics physics chemistry biology mathematics mathematical statistics
    statistical applications application applied approaches approach algorithms algorithm algorithmic optimization
    dynamics
    processes process structures structure design development engineering education research studies study theory-driven
    introduction advanced basic basics recent developments advances progress challenges opportunities future
    perspectives
    history art culture language languages security privacy energy climate health medicine medical social political
    economic policy law web internet open source code coding sprint sprints hackathon status report reports
    zeta iwasawa special differential integral linear nonlinear random stochastic bayesian gaussian markov fourier
    symmetric general generalized global local random large small fast slow high low big early late
    part chapter lesson unit track stream topic topics theme session
    vortrag vorträge hauptvortrag eröffnung begrüßung abschluss pause kaffeepause mittagspause mittagessen abendessen
    diskussion podiumsdiskussion sitzung arbeitsgruppe mitgliederversammlung vereinsversammlung tagung programm empfang
    führung anmeldung raum saal hörsaal theorie lernen verfahren anwendungen grundlagen einführung
    extended demo demos live online hybrid virtual joint open special jeunes chercheurs courts exposé exposés
    conférence conférences plénière séance pause café déjeuner dîner accueil ouverture clôture débat débats
    atelier ateliers table ronde bienvenue assemblée générale visite salle amphi théorie apprentissage introduction
    sesión sesiones charla charlas ponencia conferencia plenaria descanso almuerzo cena bienvenida apertura clausura
    inauguración taller mesa redonda registro inscripción sala teoría aprendizaje introducción
    sessione sessioni relazione intervento conferenza pausa pranzo cena benvenuto apertura chiusura tavola rotonda
    registrazione saluti teoria apprendimento introduzione
    sessão sessões palestra conferência intervalo almoço jantar abertura encerramento mesa-redonda credenciamento
    oficina
    aprendizagem introdução lezing lezingen pauze lunch diner opening sluiting discussie borrel ontvangst zaal inleiding
    доклад доклады лекция пленарный перерыв обед ужин открытие закрытие дискуссия регистрация приветствие сессия секция
    круглый стол введение теория зал аудитория кофе кофе-брейк
    street straße strasse avenue road square city state county united states kingdom
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """
)  # fmt: skip
"""What titles and names of rooms and events are made of."""

GIVEN: Final = _words(
    """
    alan albert alex alexander alexandra alice amy ana anastasia andrea andreas andrew andrey angela ann anna anne
    annika
    anthony antonio aram arjun arthur barbara ben benjamin bernd bernhard bo boris brian carl carla carlos carmen
    caroline
    cecilia charles charlotte chen chloe chris christian christina christine christoph claire claude clara daniel
    daniela
    david deborah denis diana dmitry dominik don elena elizabeth emil emily emma eric erik ernst ethan eva evelyn fatima
    felix fernando florian francesca francesco francisco franco frank frederic fredrik gabriel george georg giovanni
    giulia
    giuseppe grace gregor guillaume hannah hans harald helen helena henri henrik henry hiroshi hugo igor ilya ines
    ingrid
    irina isabel ivan jacob jakob james jan jane jason javier jean jennifer jens jessica joan joana joao jochen johann
    johannes john jonas jonathan jorge jose josef joseph juan judith julia julian juliette jun karen karin karl
    katharina
    katherine kathryn keiko kenji kevin klaus lars laura lea lena leo leonard li linda lisa louis lucas lucia luis luisa
    luke magdalena manuel marc marco margaret maria marie marina mario mark markus marta martin mary matthew matthias
    max
    maya mehmet mei michael michele michelle miguel mikhail mohamed mohammed monika nadia natalia natalie nicholas
    nicola
    nicolas nicole niels nikolai nina noah olaf oleg olga oliver oscar otto pablo paolo patricia patrick paul paula
    pavel
    pedro peter petra philip philipp pierre pietro priya rachel rafael ralf raj rebecca renate ricardo richard robert
    roberto roland rosa ruth sam samuel sandra sara sarah sebastian sergei sergey sergio silvia simon sofia sophia
    sophie
    stefan stefano stephan stephen steven susan susanne sven sylvia takeshi tanja tatiana teresa thomas tim timo tobias
    tom tomas ulrich ulrike ursula valentina vera veronika victor victoria vincent vladimir walter wei werner wilhelm
    william wolfgang xavier yan yang yuki yuri yusuf yvonne zhang zoe анна алексей александр андрей борис дмитрий елена
    иван ирина мария михаил наталья николай ольга павел сергей татьяна юлия
    """
)  # fmt: skip
"""Given names that many people have: what begins with one and looks like a name is one."""

FAMILIES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺"
    "顾毛郝龚邵万钱严覃武莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻"
    "祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝张陳劉楊黃趙"
    "吳孫馬羅鄭謝許鄧馮韓蕭葉蔣蘇呂盧鍾譚范陸賈韋鄒閻龍賀顧龔萬錢嚴湯紀簡張莊齊龐顏聶魯關蘭寧單畢駱藍華饒陽車連蘆麥婁竇黨宮費衛應榮叢鞏遲鄺歐游曾洪"
)
"""The first signs of Chinese family names."""

NOBODY: Final = _words(
    """
    tba tbd tbc tba. n.n n.n. nn n/a na none nobody everyone everybody all various several multiple participants
    attendees
    speakers organizers organisers audience ? ?? ??? - -- --- – — … ... *
    alle alle teilnehmenden teilnehmer verschiedene diverse offen wird noch bekanntgegeben
    tous toutes divers à définir à confirmer à préciser todos todas varios por confirmar por definir a confirmar
    tutti vari da definire da confermare todos vários a definir a anunciar allen diverse n.t.b n.t.b. n.n.b. nog bekend
    все уточняется 待定 未定 全体 全员 所有人 全員 調整中 各位 不明
    """
) | frozenset(
    {
        "ほか", "他", "wordt nog bekendgemaakt", "por determinar", "to be announced", "to be determined", "to be confirmed", "speaker to be announced", "speaker tba",
        "all participants",
        "all speakers", "invited speakers", "all attendees", "the organizers", "the organisers", "wird noch bekannt gegeben",
        "noch offen", "alle teilnehmenden", "alle teilnehmer", "à définir", "à confirmer", "à préciser", "à venir",
        "por confirmar", "por definir", "por anunciar", "a confirmar", "a definir", "a anunciar", "da definire",
        "da confermare", "nog niet bekend", "nog te bepalen", "будет объявлен", "будет объявлено", "all together",
        "local organizers", "various speakers", "several speakers", "tous les participants", "todos los participantes",
    }
)  # fmt: skip
"""What stands where a name will be, or where there is none."""
