"""Common given names, by which a run of capitalised words is known to be a person and two names are told apart.

Written by hand from what is common in the languages that releases come in; a name that is missing here costs little,
because most names are also known by where they stand.
"""

_NAMES = """
aaron abby abdul abdullah abel abigail abraham ada adam adel adelaide adele adrian adriana adrien adrián adélaïde
agata agatha agnes agnieszka agustín ahmad ahmed ahmet aidan ailsa aine ainhoa aisha aisling akihiro akira alain alan
alasdair alastair alba albert alberta alberto aldo alec aled alejandra alejandro aleksandr aleksandra aleksei alena
alessandra alessandro alex alexa alexander alexandra alexandre alexei alexey alexis alfonso alfred alfredo ali alice
alicia alina aline alisha alison alissa alistair allan allegra allen allison allyn alma althea alun alvin alyson
alyssa amadou amaia amal amalia amanda amara amaya amber ambrose amelia amelie amina amir amira amit amparo amy ana
anastasia anders andi andre andrea andreas andrei andres andrew andrey andrzej andré andrés andy aneurin angel angela
angelica angelika angelo angharad angie angus anil anita anja anjali ankit ann anna annabel anne annelies anneliese
annette annie annika anouk anselm anthea anthony antje antoine anton antonella antonia antonio antónio anwen anya
april arabella araminta archibald archie aria ariadne ariana ariel arjun arlen arlene armando arnaud arne arnold art
arthur arturo arun asha ashley ashok asma astrid athena aubrey aude audrey aurelia aurelie aurora aurélie aurélien
austin ava avery axel ayesha aylin ayo ayşe aziz barb barbara barnaby barry bart bartosz bashir basil bastian beat
beata beate beatrice beatrix beatriz becca becky begoña belinda ben benedetta benedict benedikt benita benjamin benny
benoit benoît bernadette bernadine bernard bernd bernhard bernie bert bertha bertram beth bethany betsy bette bettina
betty beverly bianca bill billy birgit bjarne bjorn björn blair blaise blake blanca blanche bob bobby bonnie boris
boyd brad bradley bram brandi brandon brandy branwen brenda brendan brenden brendon brent bret brett brian briana
brice bridget bridgette brigitte brittany brock bronwen bronwyn brooke brooks bruce bruna bruno bryan bryce burt byron
bárbara bärbel bérénice caitlin caitriona caleb callista callum calum calvin cameron camila camille camilo candace
candice candida caoimhe carina carl carla carlo carlos carlotta carly carmel carmen carol carole caroline carolyn
carrie carsten carter cary casey caspar cassandra cassie cassius cat catalina catarina caterina catherine cathy
catriona cecile cecilia cedric celeste celestine celia celina celine ceri cerys cesar chad chandra chantal charlene
charles charlie charlotte chet chiamaka chiara chidi chinwe chloe chloë chris christa christian christiane christina
christine christof christoph christophe christopher christy chuck ciara cillian cindy claire clara clarence clarice
clarissa clark claude claudia claudine claudio clay clayton clemens clement clementine cleo cliff clifford clint clive
clotilde clyde clémence cody colette colin colleen colm conall connie connor conor conrad constance constantin
consuelo cora cordelia corentin corey corinna corinne cormac cornelia cory cosima cosmo courtney craig crispin
cristian cristiano cristina crystal curt curtis cynthia cyril cyrus cécile cédric dafydd dagmar daire daisy dale
damaris damian damien damon dan dana danica daniel daniela daniele daniella danielle danilo danny daphne daria darlene
darrell darren darryl daryl dave david davide davina dawn dean deanna deb debbie deborah debra declan dee deepak
deirdre delia delphine delyth demetrius denholm denis denise dennis derek dermot derrick dervla desiree desmond devin
devon dewi dexter diana diane diarmuid dick diego dieter dietmar dilip dilys dimitri dina dinah dinesh dionne dirk
dmitri dmitriy dmitry dolly dolores dominic dominik dominika dominique don donal donald donatella donna donnie donovan
doreen doris dorothea dorothy doug dougal douglas drew drusilla duane dulce duncan dunja dustin dwayne dwight dyfan
dylan débora eamon earl earnest ebba ed edda eddie edgar edita edith edmund edna eduardo edvard edward edwin eero efua
egil eileen eilidh einar eira eirik eithne ekaterina ekow elaine elara eleanor elena eleni eleonora eli elias elif
elina elio elisa elisabeth elise elisha eliza elizabeth elke ella ellen ellie elliot elliott elodie eloise elsa
elspeth elvira emanuel emanuela emanuele emeka emer emery emil emilia emilie emilio emily emlyn emma emmanuel
emmanuelle emre enda enid enrico enrique enya eoin eric erica erich erik erika erin erlend ernest ernesto ernie ernst
erwin esme esperanza esra esteban estella estelle esther estêvão ethan etienne etta euan eugene eugenia eugenie
eulalia eunice euphemia eva evan evander eve evelyn everett evgenia evgeny ewa ewan ezra fabian fabiana fabien
fabienne fabio fabrice fabrizio faisal faith fanny farah farid farouk fatima fatma faye federica federico felicia
felicity felipe felix femi fenella ferdinand ferdinando fergal fergus fernanda fernando finbar finlay finley finn
finola fintan fiona flavia fleur flora florence florent florian floyd flynn folake fran frances francesca francesco
francis francisco francois francoise frank frankie franz françois françoise frauke fred freda freddie freddy frederic
frederick frederik freya frida frieda friedrich fritz fumiko gabe gabriel gabriela gabriele gabriella gabrielle
gaetano gail galina gareth garrett garrette gary gaston gavin gavina gaynor gaël gaëlle geeta gemma gene genevieve
geoff geoffrey george georges georgia georgie georgina geraint gerald geraldine gerard gerardo gerd gerhard gerry gert
ghislaine giacinta giacomo gianluca gianni gideon gilbert gilles gina giorgio giovanna giovanni gisela giselle gita
giulia giuliana giulio giuseppe gladwin gladys glen glenda glenn gloria glynis gonzalo gonçalo goran gordon gowri
grace graciela graeme graham grant greer greg gregg gregor gregory greta gretchen grzegorz guadalupe gudrun guido
guilherme guillaume guillermo gulnara gunther gustavo guy gwen gwendolyn gwilym gwyneth gökhan gülsen günter günther
hakan hakim haley hamish hamza hank hanna hannah hannes hans harald haris harold harriet harrison harry haruto harvey
hasan hassan hattie havelock hayley heather hector hedda hedvig heidi heike heiko heinrich heinz helen helena helene
helga helmut heloise hendrik henri henrik henry herbert herman hermann hermione hettie hilary hilda hilde hildegard
hiram hiroshi holger holly horst hortense howard hubert hugh hugo humberto hussein huw hyacinth hélène ian ianto
ibrahim ida idris ifeoma iggy ignacio ignatius igor ilaria ilkay ilona ilse ilya imelda imogen imran inaki ines inez
inge ingeborg inger ingo ingrid inna inés inês ioannis iona ione irena irene irina iris irma irving irène isaac
isabeau isabel isabella isabelle isadora iseult ishaan isidora isla islay ismael ismail isobel itziar ivan ivana
ivanka ivar ivo ivonne ivor iván iwan iñaki iñigo jacinta jacinto jack jackie jacky jacob jacqueline jacques jade jago
jaime jake jakob jakub jamal james jamie jan jana jane janet janice janine janis jared jaroslav jasmin jasmine jason
jasper javier jay jayne jean jeanette jeanne jeannie jeff jeffery jeffrey jemima jen jenifer jenna jennie jennifer
jenny jens jeremiah jeremy jermaine jerome jerry jerzy jesse jessica jessie jesus jesús jethro jill jillian jim jimmy
jiří jo joachim joan joana joann joanna joanne joao joaquin joaquín jocasta jocelyn jochen jody joe joel joelle joerg
joey johan johann johanna johannes john johnny jolanda jolene jon jonas jonathan jonty jordan jorg jorge jorunn jose
josef josefina joseph josephine josette josh joshua josie josé jovan joy joyce joão joëlle juan juana juanita juanjo
judd jude judit judith judy juergen julia julian juliana juliane julie julien juliet juliette julio julius julián
junaid june juno jurgen justin justine justyna jutta jérôme jörg jörn jørgen jürgen kai kamal kamala kamil kamila kara
karel karen karim karin karina karine karl karla karli karol karsten kasia katarina katarzyna kate katerina kateryna
katharina katherine kathleen kathrin kathrine kathryn kathy katia katie katja katrin katrina kavita kay kaya kayla
keir keisha keith kelechi kelley kelli kellie kelly ken kenan kendall kendra kenji kenna kenneth kenny kent kermit
kerri kerry kerstin kevin kezia khadija khaled khalid kiara kieran kiki kilian kim kimberly kira kiran kirk kirsten
kirstin kirsty kjell klaus knut kofi kojo konrad konstantin konstanze kostas kris krista kristen kristi kristian
kristie kristin kristina kristofer kristoffer kristy krystal krzysztof kurt kwabena kwame kweku kyle kylie käthe
lachlan laena laetitia laila laith lakshmi lamar lamine lana lance lara larry lars laszlo latoya laura laure laurel
lauren laurence laurent laurie lavinia lawrence lea leah leandro leanne lee leif leigh leila lena lenore leo leon
leona leonard leonardo leonid leonie leonor leonora leontine leopold leroy les lesley leslie lester leticia letitia
lev lewis liam liana lidia liesbeth liesel lieselotte lila lili lilian liliana lillian lilly lily lina linda lindsay
lindsey linnea linus lionel lisa lisbet lisbeth lise liselotte livia liviu liz liza llewellyn lloyd loic lois lola
lonnie lora lorcan loredana lorena lorenza lorenzo loretta lori loris lorna lorne lorraine lotta lotte lou louella
louis louisa louise lowri luana lubna luc luca lucas lucia lucian luciana luciano lucie lucien lucinda lucio lucy
lucía ludmila ludo ludovic ludwig luigi luigia luis luisa luiz luka lukas lukasz luke luther luís lydia lydie lyle lyn
lynda lynette lynn lynne léa léonie maarten mabel mackenzie maddie madeleine madhu madison maelle maeve magali magda
magdalena magdalene magnus mags maha mahmoud mahmud maia mairead mairi maite maja malachy malcolm malgorzata malik
malika malin malini mamadou mandy manfred manick manish manoj manolis manon mansoor manuel manuela mara marc marcel
marcela marcella marcelle marcelo marcia marcin marco marcos marcus marek maren margaret margareta margarethe
margarita margaux margie margit margo margot marguerita marguerite maria mariam marian mariana marianne mariano marie
marieke mariel mariella marielle mariette marijke mariko marilyn marina mario marion maris marisa marisol marissa
marit maritza marius marjan marjorie mark markus marla marlene marlies marlon marshall marta martha martijn martin
martina martine marty martyn martín marvin mary maryam maryann maría masha mat mateo mateusz mathew mathias mathieu
mathilda mathilde matilda matt matteo matthew matthias matthieu matthijs maud maude maureen maurice mauricio maurizio
mavis max maxim maxime maximilian maximiliano maxine maya maëlle małgorzata meagan mechthild meera meg megan meghan
mehmet mei meike mel melania melanie melinda melissa melody melvin mercedes meredith merete meriel merle merlin mervyn
mia micah michael michaela michaele michal michał micheal michel michela michele michelle mick mies miguel mihaela
mihai mika mikael mike mikhail mila milan mildred milena miles milica milo mimi mina mindy minnie mira miranda mireia
mireille mirela miriam mirjam mirko miroslav mischa mitch mitchell mohamed mohammad mohammed mohan moira moises molly
mona monica monika monique monte morgan moritz muhammad mukesh muna mungo munir muriel mustafa myfanwy myles myra
myriam myrna mónica nabil nadezhda nadia nadine naima najib nancy nanette naoko naomi nasir nasreen nasrin nasser
natalia natalie natasa natascha natasha nate nathalie nathan nathaniel naveen nayyera neal ned neha neil nell nelson
nerys nestor nia niall niamh niccolo nicholas nick nicky nico nicola nicolai nicolas nicole nicoletta nicolás nicolò
niels nigel nikhil nikita nikki niklas nikola nikolai nikolaus nils nina ninette nino nisha nkechi noah nobuko noel
noelle nora norah norbert noreen norma norman nour noémie nuala nuno nuria obed océane oisin oksana olaf olaniyi olav
oleg olena olga oliver olivia olivier oluwaseun olwen omar omari onyeka oona ophelia oren orhan orla orlando orsolya
oscar oskar osman osvaldo otilia otis ottilie otto owen oyvind pablo padraig paige paloma pam pamela pandora paola
paolina paolo parvati pascal pascale pascual pat patrice patricia patricio patrick patrizia patti patty paul paula
paulette paulina pauline paulo pavel paweł pedro peggy pelle penelope penny percy pernille perpetua perry petar pete
peter petr petra petronella petter phil philip philipp philippa philippe phillip philomena phineas phoebe phyllis pia
pierre piers pietro pilar piotr pippa polly poppy portia prakash prisca priscilla priya priyanka prunella puja quentin
quinn rachael rachel rachelle rachid radhika radka rafael rafaela ragnar ragnhild rahul raimund rainer rainier raissa
raj rajesh rajiv rakesh ralf ralph ramesh ramiro ramon ramona ramón randall randi randolph randy ranjit raphael
raphaël raphaëlle raquel rashid rashida raul ravi ravindra ray raymond raymundo rayna raúl rebecca rebeka rebekah
regina reginald regis reid reiner reinhard reinhold rekha remedios remi renata renate renato renaud rene renee rené
reto reza rhea rhian rhiannon rhodri rhona rhonda rhys ricarda ricardo riccardo rich richard rick ricky rico rigoberto
rika rita ritu roald rob robbie robert roberta roberto robin robyn rochelle rocio rocío rod roderick rodney rodolfo
rodrigo rodrigue rogelio roger rohan rohit roisin roland rolando rolf romain roman romola romy ron rona ronald ronan
ronnie rory rosa rosalba rosalia rosalie rosalind rosalyn rosamund rosana rosanna rosario rose roseanne rosemarie
rosemary roshni rosie ross rowan rowena roxana roxanna roxanne roy ruben ruby rubén rudi rudolf rudy rufus rune rupert
russ russell ruta ruth ryan sabina sabine sabrina sabrine sachiko sadie safiya saida salim sally salma salome salvador
salvatore sam samantha samer sami samir samira sammy samuel sancho sandeep sandra sandrine sandro sandy sanjay sanjeev
sanna sanne santiago saoirse sara sarah sarita sascha sasha saskia satoshi saul saúl scarlett scot scott seamas seamus
sean sebastian sebastiano sebastien sebastián selina selma semonti senan septimus serafina seraphina serena serge
sergei sergey sergio seth severin shabana shaheen shane shannon shanti sharon shaun shauna shawn sheena sheila sheldon
shelley shelly sheri sheridan sherri sherry sheryl shirley shivani shona shreya sian sibylle sid sidney sidonie
siegfried sienna sigfrid signe sigrid sigurd silas silke silvana silvestre silvia silvio simeon simon simona simone
simão sindre sinead siobhan siv skye sofia sofía solange soledad solveig solvej solène sonal sonia sonja sonya sophia
sophie sorcha soren sorrel spencer stacey staci stacie stacy stan stanislav stanley stefan stefania stefanie stefano
steffen stella stellan stephan stephane stephanie stephen steve steven stewart stig stuart stéphane sue sujata
sukhdeep suleiman sunil sunita suresh susan susana susanna susanne susie suzan suzanna suzanne suzette svante svea
sven svetlana swantje swati sybil sybille sylvain sylvana sylvia sylvie sören søren tabitha tadeusz tadhg takashi
talia tamar tamara tami tammy tamsin tancredi tanja tansy tanya tara tariq tarquin tasha tatiana tatyana taylor ted
tegan temi tera terence teresa teri terrance terrence terri terry tess tessa thaddeus thandi thaïs thea thelma theo
theodor theodora theodore theresa therese theresia thibault thierry thilo thomas thomasina thora thorsten thurston
théo tia tiago tibor tiffany tilda tilly tim timothy tina tito titus tobiah tobias todd tom tomas tomasa tomasz tomek
tommaso tommy tomoko tomás tomáš toni tony tonya torben tord toril torquil torsten tove tracey tracie tracy travis
trent trevor tricia trina trish trisha tristan tristram troy trudy trygve tucker tulio tuomas turlough tyler uchenna
ulf uli ulla ulrich ulrike umar unai unni urs ursula ursule ute uwe vaclav vadim valentin valentina valentine valeria
valerie valery valter vanda vanessa vasant vasilis vasily veerle venetia vera verena verity verna vernon veronica
veronika veronique verónica vesa vesna vic vicente vicki vickie vicky victor victoria vidar vigdis vijay vikas vikram
viktor viktoria vilde ville vilma vince vincent vincenza vincenzo viola violeta viona virginia virginie vitor vittoria
viveca vivek vivian viviana vivien vivienne vladimir volker volkmar vusi walburga waldemar waleed walid wallace wally
walter wanda warren wayne wenche wendell wendy werner werther wes wesley whitney wilbur wilfred wilfrid wilfried
wilhelm wilhelmina will willa willem willemijn william willie wilma winifred winston wojciech wolfgang wolfram xander
xanthe xavier ximena xiomara yann yannick yara yasmin yasmine yasser yasuko yetunde ylva yoko yolanda yoni yosef
yoshiko yousef youssef ysolde yuki yuri yury yusra yusuf yuto yvan yves yvette yvonne yılmaz zac zach zachary zack
zahra zainab zara zdenek zelda zeno zeynep zia zita zoe zofia zoltan zora zoé zoë zsofia zubin zuleika zuzana álvaro
ángel änne çağla élodie éléonore éric étienne íñigo óscar ömer özlem úrsula łukasz şule агата айгуль александр
александра алексей алена алина алла анастасия анатолий андрей анна антон антонина артем борис вадим валентин валентина
валерий валерия василий вера вероника виктор виктория виталий владимир владислав вячеслав галина геннадий георгий глеб
григорий дарья денис дмитрий евгений евгения егор екатерина елена елизавета захар зинаида иван игорь ильдар илья инга
инна ирина кирилл клавдия константин ксения лариса лев леонид лидия любовь людмила максим марат марина мария матвей
михаил надежда наталия наталья никита николай нина оксана олег ольга остап павел петр полина раиса роман руслан рустам
светлана сергей софья станислав степан тамара тарас татьяна тимофей тимур федор эдуард элина эльвира юлия юрий яна
ярослав ярослава
"""

GIVEN_NAMES = frozenset(_NAMES.split())
