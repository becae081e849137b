"""Words of personal names: particles, and names that many people have, from all over the world."""

from __future__ import annotations

from typing import Final

PARTICLES: Final = frozenset(
    """
    van von de der den del della dello degli dei di da do dos das du des la las le les lo los el al ul bin ibn bint
    abu ben ter ten te zu zum zur vom y e i af av ap mac st. 't ’t op het und og dit dal fon
    """.split()
)
"""What stands in small letters inside a name."""

GIVEN: Final = frozenset(
    """
    evaristo hortensia celeste ruggero fiorenza azzurra eustaquio remedios casimiro leandra primo gennara morag ruaridh
    mairi ailsa hamish eilidh torquil ottoline peder eckart malaika henner gundula wendelin ole levke silke teodora
    nuria celestino ilario olimpia ginevra benvenuto morwenna tamsin demelza jowan aileen
    duarte amadou sizwe aroha lova davi embla parvati iestyn seraphina norah leocadia siobhan oded hana mikkel anselme
    nadezhda estrella ossian thandiwe arabella callum mei ling jing hui xin yun lin fang hong lei feng qiang tao yong
    chao peng kai hao xiaoming xiaoyan minho jihoon sooyoung hyun seung eun anh thi minh duc hung linh thao tuan quang
    phuong aditya amrita ananya arnab aruna ashok bhaskar chandra deepti divya ganesh gita gopal harish indira jaya
    karthik kavya krishna lakshmi lata mahesh manish meena mukul nandini naveen neeraj nitya padma parul piyush
    pradeep prashant preeti ramesh rani ravindra rekha rishi ritu rohini sachin sameer sangeeta saurabh shalini
    shashank shruti shweta siddhartha sneha sonali srinivas subhash sudha suman suresh swati tanvi tushar uday uma
    usha vandana varsha venkat venkatesan vidya vinod yash kwame ama kofi chidi chinwe ngozi amara adaeze tunde folake
    sipho thabo nomsa wanjiru kamau fatou moussa awa seydou aminata ousmane ayman bilal dalia faisal ghada habib hala
    hani hisham huda iman jamal jamila karima layla mona nabil nadim nasser noor osama rami rana rashid rima salim
    sami samia sana tahir walid yahya yasin zainab aylin cem deniz ece emine gül halil hatice ipek kemal leyla mert
    nur orhan ömer özge pınar seda selim serkan sibel tuğba yasemin zeki bjarne brynhild dagny frida gudrun halvard
    inger jarl kjersti magnhild oddvar ragnhild sigurd solveig sverre tormod torunn trygve unni ylva åsa åse aino
    antti eero hannu heikki jukka kaisa kalle liisa marja matti pekka päivi riikka sakari seppo tapio tuomas veikko
    bartek czesław ewelina grażyna halina iwona jadwiga jerzy kazimierz krystyna leszek marzena mieczysław ryszard
    stanisława urszula wiesław zbigniew zdzisław bohumil drahomír eliška hynek ivona jaroslav jitka kateřina libuše
    luboš markéta milada oldřich pavla přemysl radim stanislava šárka štěpán tereza věra vlasta apostolos christos
    eleftheria giannis ioanna spyros vasiliki aurora beltrán consuelo dolores elvira encarnación fátima gonzalo iker
    ximena leire lourdes macarena maite marisol nerea paloma jussara edite rosângela rosangela thaís vinícius zélia
    iara aude bastien corentin édouard éloïse géraldine ghislain gwenaël jocelyne josette léonie loïc maëlle
    marguerite maxence océane perrine romane salomé solange tanguy yvon zacharie agnese amedeo ambra armando augusta
    bruna carmela cesare cosimo damiano domenico donato edoardo ennio ettore fausto fiammetta filomena gaetano gennaro
    gerardo ilenia letizia lucrezia mirella norberto ornella osvaldo pasquale raimondo renzo rosalba saverio teodoro
    tullio vanna virgilio zeno bas daan eefje femke fleur hanneke ineke jelle jurriaan kees klaas lieke lies maaike
    marijn mieke nienke pieter-jan ruud saar sjoerd tjeerd willemijn wout adelheid alwin benno burkhard edeltraud
    eckhard egon friedemann gerlinde gesine hannelore hartwig hedwig hildegard irmgard jost liselotte margarethe
    mechthild meinhard ortrud rosemarie rüdiger sieglinde thekla veit wiltrud agatha alistair amos barnaby beatrix
    bertha cedric clarence cordelia edna elspeth ezra fergus fraser freya gideon godfrey harvey hazel hester imogen
    isolde ivy lachlan leonora lorcan lucinda mabel mavis miles minerva mungo nell octavia olive ophelia orlando orson
    otis percival philomena prudence quincy reuben roderick rowan rufus seamus selwyn silas thaddeus vaughan verity
    wesley wilfred winifred zelda герман дина зинаида зоя камила лев лилия майя матвей назар нина раиса рената рустам
    савелий серафима софия таисия тимур ульяна фаина эдуард эльвира эмма яков иннокентий kari lauri gareth aaron abby
    abdul abdullah abigail abraham ada adam adele adi adina adrian adriana agata agnes agnieszka ahmad ahmed ahmet
    aisha aishwarya ajay akira akshay alain alan alba alban albert alberto albrecht aldo alec aleksandar aleksander
    aleksandr aleksandra alejandra alejandro alena alessandra alessandro alessia alessio alex alexander alexandra
    alexandre alexandria alexandru alexei alexey alexis alfonso alfred alfredo ali alice alicia alina alison aliye
    allan allen allison alma alois alvaro álvaro alyson alyssa amalia amanda amandine amar amelia amelie amélie amin
    amina amir amit amy ana anaïs anastasia anders andré andrea andreas andreea andrei andrej andrés andres andrew
    andrey andrzej andy angela ángel angelica angelika angélique anika anil anish anita anja anjali ankit ann anna
    annabelle anne anneke annelies annette annie annika anouk anselm anthony antje antoine anton antonella antonia
    antonin antonio antónio antonios anu anuj anya april arash ariel aristides arjen arjun armand armin arnaud arne
    arno arnold arthur artur arturo arun arvind asha ashish ashley asma astrid asuka athanasios attila audrey august
    augusto aurelia aurélie aurélien ava axel ayse ayşe aziz baptiste barbara bart bartosz basile bastian bea beata
    beatrice beatriz béatrice beate becky belén benedetta benedict benedikt benjamin benoit benoît berit bernadette
    bernard bernardo bernd bernhard bert bertrand beth bettina betty bharat bianca bill birgit birgitta björn bo bob
    bogdan bohdan boris bożena brad bram brandon branko brenda brendan brent brian bridget brigitte bruce bruno bryan
    burak burcin caio caitlin camila camilla camille candice carina carl carla carlo carlos carmen carol carole
    carolin carolina caroline carolyn carsten casey casper catalina catarina caterina catherine cathy cecilia cécile
    cédric celia céline celine cesar césar chad chantal charles charlie charlotte chelsea chiara chloe chloé chris
    christa christel christelle christian christiane christina christine christof christoph christophe christopher
    cillian cinzia ciprian claire clara clarissa claude claudia claudio claus clemens clément clement clémence clive
    colette colin connor conrad constantin constanze corinna corinne cornelia cornelius cosmin costas courtney craig
    cristian cristiana cristiano cristina cynthia cyril dagmar daisuke damian damien damir dan dana daniel daniela
    daniele danielle danilo danny daphne daria darien dario dariusz darko david davide dawid dawn dean debbie deborah
    deepak deepika deirdre delia delphine denis denise dennis derek desmond detlef devin diana diane didier diego
    dieter dietmar dietrich dimitar dimitri dimitrios dina dino dirk dmitri dmitrii dmitry dominic dominik dominika
    dominique don donald donatella donna dora doris dorota dorothea dorothee douglas dragan duncan dušan dylan earl
    eberhard ed eddie edgar edith edmund eduard eduardo edward edwin eelco egbert eileen eirik ekaterina elaine elena
    eleni eleanor eleonora elia elias elie elif elijah elin elina eline elisa elisabeth elisabetta elise eliza
    elizabeth elke ella ellen elliot elliott elmar eloise elsa elżbieta elzbieta em emanuel emanuela emanuele emil
    emile émilie emilia emilie emilio emily emma emmanuel emmanuelle emre enrica enrico enrique eric erica erich erik
    erika erin ernest ernesto ernst erwan erwin esra esteban estelle esther ethan etienne étienne eugen eugene eugenia
    eugenio eva evan evelien evelina evelyn evgenia evgeny ewa fabian fabiana fabien fabienne fabio fabrice fabrizio
    fanny farah farid fatih fatima fatma federica federico felicia felicity felipe felix ferenc ferdinand fernanda
    fernando filip filipa filipe filippo finn fiona flavia flavio flora florence florent florian floriane franca
    france francesca francesco francine francis francisca francisco franck franco françois françoise frank franz
    franziska fred frederic frédéric frederick frederik fredrik friederike friedrich fritz fumiko gabor gábor gabriel
    gabriela gabriele gabriella gabrielle gael gaël gaëlle gail garrett gary gaspard gaurav gavin geert gemma
    geneviève geoff geoffrey georg george georges georgia georgios gerald geraldine gérard gerard gerd gerda gerhard
    gerrit gert gertrud giacomo gian gianluca gianni gilbert gilles gillian gina giorgia giorgio giovanna giovanni
    gisela giulia giuliana giulio giuseppe gizem glenn gloria goran gordon göran grace graham greg gregor gregory
    grégoire greta grete grzegorz guido guilherme guillaume guillermo gunnar günter günther gunther gus gustav gustavo
    guy gwen gwendolyn håkan hakan hamid hanna hannah hannes hans hans-joachim harald harold harri harriet harry harsh
    hartmut haruki haruto hassan heather hector héctor heidi heike heiko heiner heinrich heinz helen helena helene
    hélène helga hella helmut hendrik henk henning henri henriette henrik henrique henry henryk herbert hermann hervé
    hilary hilda hilde hiroaki hiroki hiroshi hiroyuki holger horst howard hubert hugh hugo huib humberto hussein hye
    iain ian ibrahim ida ignacio igor ilaria ildikó ilia ilias ilja ilka ilona ilse ilya imke immanuel imran ina inês
    inés ines inga inge ingeborg ingo ingrid ioana ioannis ionut ira irena irene irina iris isaac isabel isabela
    isabella isabelle ismail israel istván itamar itziar iva ivan ivana ivar ivette ivo ivonne izabela jaak jaap jack
    jackie jacob jacopo jacqueline jacques jae jaime jake jakob jakub james jamie jan jana jane janet janina janine
    janis janne janneke jared jarosław jasmin jasmine jason jasper javier jay jean jean-baptiste jean-claude jean-luc
    jean-marc jean-pierre jeanette jeanine jeanne jeff jeffrey jelena jen jennifer jenny jens jeremy jérémy jérôme
    jeroen jerome jerry jesper jess jesse jessica jesús jesus jie jill jim jimmy jin jiri jiří joachim joan joana
    joanna joannes joão joao joaquim joaquín jochen jodie joe joel joelle joëlle johan johanna johannes john johnny
    jon jonas jonathan joost jordan jordi jorg jörg jorge joris josé jose josef josefina josep joseph josephine josh
    joshua josiane joyce józef juan juana juanita judit judith judy juha jule jules juli julia julian juliana juliane
    julie julien juliet juliette julija julio julius jun jürgen jurgen juri justin justine justyna jutta kaan kaitlin
    kaja kamil kamila karel karen karim karin karina karine karl karla karol karolina karoline karsten kasper kata
    katarina katarzyna kate katerina katharina katherine kathleen kathrin kathryn kathy katie katja katrin katrina
    katrine kaveh kavita kay kayla kazuki kazuo keith keiko kelly kelsey ken kenji kenneth kenta kerstin kevin khadija
    khaled kiki kim kira kiran kirill kirsten kirsti kirstin kjell klara klaus knut konrad konstantin konstantinos
    konstanze koen kornelia krista kristen kristian kristin kristina kristof krzysztof kseniia ksenia kunal kurt kyle
    kyoko laetitia laila lara larissa larry lars laszlo lászló lau laura laure laurel laurence laurent lauren laurie
    lawrence lea léa leah leander leandro leif leila lena lennart leo leon léon leonard leonardo leonid leonie leonor
    leopold leslie leticia liam lidia liesbeth lieven lila lili lilian liliana lilly lily lina linda lindsay lindsey
    linn linus lionel lisa lisbeth lise liudmila liv livia liz lloyd lluís logan lois lola lora lore lorena lorenz
    lorenzo loredana loretta lori lorna lorraine lotte lou louis louisa louise luc luca lucas lucia lucía luciana
    luciano lucie lucien lucile lucy ludger ludmila ludovic ludwig luigi luis luís luisa luise luiz lukas lukasz
    łukasz luke lutz luz lydia lynn maarten maartje maciej madeleine madeline madhu mads magda magdalena magnus mahdi
    mahmoud maike maja malcolm malgorzata małgorzata malin malte mandy manfred manoj manon manu manuel manuela mara
    marc marc-antoine marcel marcela marcella marcello marcelo marcin marco marcos marcus mareike marek maren margaret
    margarete margarita margaux margherita margit margot margreet margrit mari maría maria mariam marian mariana
    marianna marianne marie marie-claire mariella marija marijke marika marina mario marion marisa marissa marit
    marius mariusz marjan mark marko markus marlene marlies marta martha marthe martijn martin martina martine marvin
    mary maryam masahiro masaki masha massimiliano massimo mateo mateusz mathias mathieu mathilde matías matilda
    matilde matej matt matteo matthew matthias matthieu matthijs maud maura maureen maurice mauricio maurits maurizio
    mauro max maxim maxime maximilian maya medha megan mehdi mehmet meike mel melanie mélanie melina melinda melissa
    mercedes merle meryem mette mia micaela michael michaela michał michal michalis michel michela michele michèle
    michelle michiel miguel mihaela mihai mika mikael mike mikhail mikko milan milena miloš milos mina ming mira
    miranda mireille miriam mirjam mirko miroslav mirosław misha mohamed mohammad mohammed mohit moira mónica monica
    monika monique monserrat morgan moritz morten moshe muhammad mukesh murat murray mustafa myriam nadège nadia
    nadine nadja nancy naoki naomi natacha natalia natalie natalija natalya natasha nathalie nathan nathaniel navid
    neal neha neil nele nelly neus nichole nicholas nick nicki nico nicola nicolas nicolás nicole nicoletta niek niels
    nigel nik nikhil niklas niko nikita nikola nikolai nikolaos nikolas nikolaus nikolay nils nina nino nisha nishant
    nitin noa noah noam noël noelle noémie nora norbert noriko norma norman núria nuno octavian odette odile oksana
    olaf olav ole oleg oleksandr olga oliver olivia olivier olof oltea omar omer onur oriol orla oscar óscar oskar
    osman oswald otto øyvind pablo paige pam pamela paola paolo pascal pascale pat patricia patrícia patrick patrik
    patrizia paul paula paulina pauline paulo pavel pavlos paweł pawel pedro peggy penelope penny per pernille pete
    peter petr petra petros phil philip philipp philippe phillip phoebe pia pier pierre pieter pilar piotr piero
    pietro pooja prakash pranav prasad pratik priscilla priya priyanka quentin rachel rachid radek radu rafael rafaela
    rafał raffaele raffaella rahul raimund raimundo rainer raj rajesh rajiv ralf ralph ramón ramon ramona rania raoul
    raphael raphaël raquel rasmus raul raúl ravi ray raymond razvan rebecca rebekka reema regina reginald régis reiner
    reinhard reinhold remco rémi remi renata renate renato rené rene renée reto reza rhys ricarda ricardo riccardo
    richard rick rik rika rita rob robbert robert roberta roberto robin robyn rocío rodney rodolfo rodrigo roel roger
    rohan rohit roland rolf roman romain romina ron ronald ronan ronny rory rosa rosalie rosalind rosamund rosanna
    rosario rose rosemary rosie ross roswitha roxana roy ruben rubén rudi rudolf rui rune rupert russell ruth ryan ryo
    sabina sabine sabrina sadia said sally salma salome salvador salvatore sam samantha samir samira samuel samuele
    sandeep sander sandra sandrine sandro sandy sanja sanjay sanne sara sarah sascha sasha saskia satoshi saul scott
    sean seán sébastien sebastian sebastiano sebastien selin selina selma serena serge sergei sergey sergio sergiu
    seth shai shannon sharon shaun sheila shinji shira shirley shiva shreya siddharth sidney siegfried sigrid silke
    silvan silvana silvia silvio simon simona simone simonetta simran sina sinead sinéad siri siv slawomir sławomir
    sofia sofie solène somnath sonia sonja sophia sophie sören søren soumik sriram stacey stacy stanislav stanisław
    stefan stefania stefanie stefano steffen stefanos stella sten stephan stephane stéphane stephanie stéphanie
    stephen steve steven stine stuart su sue sultan sunil sunita susan susana susann susanna susanne susie suzanne
    suzuki sven svenja svetlana sybille sylvain sylvia sylvie szymon tadeusz takashi takeshi takuya talia tamar tamara
    tamas tamás tania tanja tanya tara tarek tariq taro tatiana tatjana taylor ted teemu teresa terence terry tessa
    thanos thea theo theodor theodora theresa thérèse thiago thibault thibaut thierry thijs thilo thomas thorsten till
    tilman tim timo timothy timur tina tine tiziana tobias toby todd tolga tom tomas tomás tomasz tomáš tommaso tommy
    tomoko tone toni tony tonya tor torben tore torsten traci tracy tristan trond trudy tsvi tudor ugo ulf uli ulla
    ulrich ulrike umberto umut urs ursula uta ute uwe václav vadim valentin valentina valeria valérie valerie valerio
    vanda vanessa varun vasile vasilis vassilis vera verena veronica veronika véronique vicente vicki vicky victor
    victoria vijay vikas vikram viktor viktoria ville vincent vincenzo vinay violet violeta virginia virginie vishal
    vitali vitalii vitaly vito vittoria vittorio viviana vivek vivian vivien vivienne vlad vladimir vladislav vojtěch
    volker volodymyr vytautas waldemar walter waltraud wanda warren wayne wei wenche wendelin wendy werner wes
    wilfried wilhelm will willem william wim winfried wiebke wojciech wolfgang wouter xavier xenia xiao yael yair yan
    yanick yann yannick yannis yaroslav yasmin yasmine yasuhiro yi yifan ying yoann yoav yoko yolanda yorick yoshua
    yosef youssef yu yue yuki yukio yulia yuri yuriy yury yusuf yvan yves yvette yvonne zach zachary zahra zain zaid
    zdeněk zehra zehua zeynep zhang zoe zoé zoë zofia zoltan zoltán zsófia zuzana алексей алёна александр александра
    алиса алла анастасия анатолий андрей анна антон аркадий артём артур богдан борис вадим валентин валентина валерий
    валерия варвара василий вера вероника виктор виктория виталий владимир владислав вячеслав галина геннадий георгий
    глеб григорий даниил дарья денис дмитрий евгений евгения егор екатерина елена елизавета иван игорь илья инна ирина
    кирилл константин ксения лариса леонид лидия любовь людмила максим маргарита марина мария марк михаил надежда
    наталия наталья никита николай оксана олег ольга павел пётр петр полина роман руслан светлана семён сергей софья
    станислав степан тамара татьяна тимофей фёдор юлия юрий яна ярослав
    """.split()
)
"""Given names that many people have. A known one makes a name likely, also where the rest could be a word."""

WORDS_TOO: Final = frozenset(
    """
    dean head art banach bank best black bosch church china cloud code cold day driver early east england english
    euler fast field fields forest fourier france free french german golden good green hall hilbert house india
    ireland israel lake laplace law lie light long love low march new night north page peace port power powers price
    riemann ring rust school shell urban villa down kleine welt short siemens silver small south star street tree
    water west
    """.split()
)
"""Words of titles that are family names as well: behind a known given name they are that."""

HAN_FAMILIES: Final = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁"
    "魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊"
    "兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐"
    "甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵闵解强柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋苑邬鄔臧畅宫嵇苟"
)
"""Chinese family names of one character, simplified and traditional."""

HAN_FAMILIES_OF_TWO: Final = frozenset(
    """
    欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 东郭 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 端木 佐藤 鈴木 高橋 田中 伊藤 渡辺
    渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々 山口 松本 井上 木村 斎藤 齋藤 斉藤 清水 山崎 池田 橋本 阿部 石川 山下
    中島 石井 小川 前田 岡田 長谷 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田
    松田 竹内 中川 小野 田村 中山 和田 石田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田
    増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 市川
    菊地 杉本 古川 大西 島田 水野 桜井 渡部 高野 吉川 山内 西田 飯田 西川 小松 北村 安田 五十 川口 平田 関口 中田 東野
    武者 勅使 長宗 小比 下条 服部 川崎 飯塚 岩田 土屋 大久 本田 川村 辻本 松下 片山 西山
    """.split()
)
"""Beginnings of Japanese family names, and Chinese ones of two characters."""

HANGUL_FAMILIES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추"
)
"""Korean family names (the commonest of the census of 2015)."""

PINYIN: Final = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]?a(?:ng?|o|i)?|[iu]?e(?:ng?|i|r)?|i(?:ng?|u|ong)?|u(?:n|i|o)?|o(?:ng|u)?|üe?|ü)"
)
"""A syllable of Chinese written with letters (Hanyu Pinyin), small."""
