"""Common given names, by which a run of capitalised words is known to be a person and two names are told apart.

Written by hand from what is common in the languages that releases come in; a name that is missing here costs little,
because most names are also known by where they stand.
"""

_NAMES = """
allyn brooks laena erin semonti yoni stacie sheridan april june virginia florence madison austin georgia aaron abby abdul abdullah abel abigail abraham ada adam adel adele adrian adriana adrien adrián agata
agnes agnieszka agustín ahmad ahmed ahmet aidan aisha akihiro akira alain alan alastair albert alberto alec alejandra
alejandro aleksandr aleksandra aleksei alena alessandra alessandro alex alexa alexander alexandra alexandre alexei
alexey alexis alfonso alfred alfredo ali alice alicia alina aline alisha alison alissa allan allen allison alma alvin
alyson alyssa amadou amal amanda amaya amber amelia amina amir amit amparo amy ana anastasia anders andi andre andrea
andreas andrei andres andrew andrey andrzej andré andrés andy angel angela angelica angelika angelo angie angus anil
anita anja anjali ankit ann anna annabel anne annelies annette annie anthony antoine anton antonella antonia antonio
anya aria ariel arjun arlen arlene armando arnaud arne arnold art arthur arturo arun asha ashley ashok asma astrid
aude audrey aurelie aurora aurélie ava avery axel ayesha ayşe aziz barb barbara barry bart bartosz bashir beat beata
beate beatrice beatriz becca becky belinda ben benedict benedikt benjamin benny benoit benoît bernadette bernard bernd
bernhard bernie bert beth bethany betsy bette betty beverly bianca bill billy birgit bjorn björn blair blake blanca
blanche bob bobby bonnie boris boyd brad bradley brandi brandon brandy brenda brendan brenden brent bret brett brian
briana brice bridget bridgette brigitte brittany brock brooke bruce bruno bryan bryce burt byron caitlin caleb callum
calvin cameron camila camille candace candice carina carl carla carlo carlos carly carmen carol carole caroline
carolyn carrie carsten carter cary casey cassandra cassie cat catalina caterina catherine cathy cecile cecilia cedric
celeste celia celine cesar chad chandra chantal charlene charles charlie charlotte chelsea chet chloe chloë chris
christa christian christiane christina christine christof christoph christophe christopher christy chuck cindy claire
clara clarence clarissa clark claude claudia claudine claudio clay clayton clemens clement cliff clifford clint clive
clyde cody colette colin colleen connie connor conor conrad constance consuelo cora corey corinna corinne cornelia
cory courtney craig cristian cristiano cristina crystal curt curtis cynthia cyril cédric daisy dale damian damien
damon dan dana daniel daniela daniele daniella danielle danilo danny daphne darlene darrell darren darryl daryl dave
david davide dawn dean deanna deb debbie deborah debra declan dee deirdre delia delphine denis denise dennis derek
dermot derrick desiree devin devon dexter diana diane dick diego dieter dietmar dilip dimitri dina dinah dirk dmitri
dmitriy dmitry dolores dominic dominik dominique don donald donna donnie doreen doris dorothy doug douglas drew duane
duncan dustin dwayne dwight dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen ekaterina elaine
eleanor elena eleonora eli elias elisa elisabeth elise eliza elizabeth elke ella ellen elliot elliott elsa elvira
emanuel emanuela emanuele emil emilia emilie emilio emily emma emmanuel emmanuelle emre enrico enrique eoin eric erica
erich erik erika erin ernest ernie ernst erwin esteban estelle esther ethan etienne eugene eunice eva evan eve evelyn
evgenia evgeny ewa ezra fabian fabien fabienne fabio fabrice fabrizio faisal faith fanny farah farid fatima fatma
federica federico felicia felipe felix ferdinand fernanda fernando fiona florent florian floyd fran frances francesca
francesco francis francisco francois francoise frank frankie franz françois françoise fred freddie frederic frederick
frederik frieda friedrich fritz gabe gabriel gabriela gabriele gabriella gabrielle gail galina garrett garrette gary
gavin gaynor gaël gemma gene genevieve geoff geoffrey george georges georgina gerald gerard gerardo gerd gerhard gerry
gert ghislaine giacomo gianluca gianni gilbert gilles gina giorgio giovanna giovanni gisela giulia giuliana giulio
giuseppe gladys glen glenda glenn gloria gonzalo gordon grace graciela graeme graham grant greg gregg gregor gregory
greta grzegorz guido guilherme guillaume guillermo gunther gustavo guy gwen gwendolyn gökhan günter günther hakim
haley hamza hank hanna hannah hannes hans harald haris harold harriet harrison harry haruto harvey hasan hassan hayley
heather hector heidi heike heiko heinrich heinz helen helena helene helga helmut hendrik henri henrik henry herbert
herman hermann hilary hilda hiroshi holger holly horst howard hubert hugh hugo humberto hussein hélène ian ibrahim ida
ignacio igor ilaria ilona ilya imran ines inge ingo ingrid inna inés ioannis irena irene irina iris irma irène isaac
isabel isabella isabelle ismail ivan ivana ivanka ivo ivonne iñaki jack jackie jacky jacob jacqueline jacques jade
jaime jake jakob jakub jamal james jamie jan jana jane janet janice janine janis jared jasmin jasmine jason javier jay
jayne jean jeanette jeanne jeannie jeff jeffery jeffrey jen jenna jennie jennifer jenny jens jeremiah jeremy jerome
jerry jesse jessica jessie jesus jesús jill jillian jim jimmy jiří jo joachim joan joana joann joanna joanne joao
joaquin joaquín jocelyn jochen jody joe joel joerg joey johan johann johanna johannes john johnny jolanda jon jonas
jonathan jordan jorg jorge jose josef josefina joseph josephine josh joshua josé joy joyce joão juan juana juanita
judd jude judith judy juergen julia julian juliana juliane julie julien juliet julio julius jurgen justin justine
justyna jérôme jörg jørgen jürgen kai kamal kamala kamil kara karel karen karim karin karina karine karl karla karli
karsten kasia katarzyna kate katerina katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin
katrina kay kaya kayla keisha keith kelley kelli kellie kelly ken kendall kendra kenji kenna kenneth kenny kent kerri
kerry kerstin kevin khaled khalid kieran kim kimberly kira kirk kirsten kirstin kirsty klaus knut konrad konstantin
kris krista kristen kristi kristian kristie kristin kristina kristofer kristy krystal krzysztof kurt kyle kylie laith
lana lance lara larry lars laszlo latoya laura laure laurel lauren laurence laurent laurie lawrence lea leah leanne
lee leif leigh leila lena leo leon leona leonard leonardo leonid leonora leroy les lesley leslie lester leticia lev
lewis liam liana lidia liesbeth lila lili lilian liliana lillian lilly lily lina linda lindsay lindsey linus lionel
lisa lisbeth lise liz liza lloyd lois lola lonnie lora loredana lorena lorenzo loretta lori lorna lorraine lou louis
louisa louise luc luca lucas lucia luciana luciano lucie lucien lucinda lucy lucía ludmila ludovic luigi luis luisa
luiz luka lukas luke lydia lyle lyn lynda lynn lynne léa mackenzie maddie madeleine magali magda magdalena magnus maha
mahmoud maja malcolm malgorzata malik mandy manfred manick manoj manon manuel manuela mara marc marcel marcela
marcella marcelo marcia marcin marco marcos marcus marek margaret margarita margaux margie margit margot marguerite
maria mariam marian mariana marianne mariano marie mariko marilyn marina mario marion maris marisa marissa maritza
marjorie mark markus marla marlene marshall marta martha martijn martin martina martine marty martín marvin mary
maryam maría masha mat mateo mateusz mathew mathias mathieu mathilde matilda matt matteo matthew matthias matthieu
maureen maurice mauricio maurizio max maxim maxime maximilian maxine maya małgorzata meagan meera meg megan meghan
mehmet mei meike mel melanie melinda melissa melody mercedes meredith mia micah michael michaela michal michał micheal
michel michela michele michelle mick miguel mihai mika mikael mike mikhail mila milan mildred milena miles milo mimi
mindy mira miranda mireille miriam mirjam mitch mitchell mohamed mohammad mohammed mohan moira molly mona monica
monika monique monte morgan moritz muhammad mukesh muriel mustafa myra myriam mónica nabil nadia nadine najib nancy
naomi nasir nasser natalia natalie natascha natasha nate nathalie nathan nathaniel nayyera neal ned neil nell nelson
nicholas nick nicky nico nicola nicolas nicole nicoletta nicolás niels nigel nikita nikki niklas nikola nikolai
nikolaus nils nina nino noah noel noelle nora norbert noreen norma norman nour nuno oksana olaf olav oleg olena olga
oliver olivia olivier omar oren orla orlando oscar oskar osman otto owen pablo paige pam pamela paola paolo pascal
pascale pat patrice patricia patricio patrick patrizia patti patty paul paula paulette paulina pauline paulo pavel
paweł pedro peggy penelope penny percy perry petar pete peter petr petra phil philip philipp philippa philippe phillip
phoebe phyllis pia pierre pietro pilar piotr polly prakash priya priyanka quentin quinn rachael rachel rachelle rafael
rafaela rahul rainer raj rajesh ralf ralph ramesh ramon ramona ramón randall randi randy raphael raphaël raquel rashid
raul ravi ray raymond rayna rebecca rebekah regina reginald reid reiner reinhard rekha renata renate renaud rene renee
rené reto reza rhonda ricardo riccardo rich richard rick ricky rita ritu rob robbie robert roberta roberto robin robyn
rochelle rocío rod roderick rodney rodolfo rodrigo roger rohit roland rolf romain roman ron ronald ronan ronnie rosa
rosalie rosalind rosanna rosario rose roseanne rosemarie rosemary rosie ross roxana roxanne roy ruben ruby rubén rudi
rudolf rudy rupert russ russell ruth ryan sabina sabine sabrina sally salma salvador salvatore sam samantha samer sami
samir samira sammy samuel sandeep sandra sandrine sandy sanjay sanjeev sara sarah sascha sasha saskia saul scot scott
seamus sean sebastian sebastien sebastián serena serge sergei sergey sergio seth shane shannon sharon shaun shauna
shawn sheila sheldon shelley shelly sheri sherri sherry sheryl shirley sid sidney siegfried sigrid silke silvia silvio
simon simona simone sinead siobhan sofia sofía soledad sonia sonja sonya sophia sophie soren spencer stacey staci
stacy stan stanislav stanley stefan stefania stefanie stefano steffen stella stephan stephane stephanie stephen steve
steven stewart stuart stéphane sue suleiman sunil sunita suresh susan susana susanna susanne susie suzan suzanna
suzanne suzette sven svetlana swati sybille sylvain sylvia sylvie søren tadeusz tamar tamara tami tammy tanja tanya
tara tariq tasha tatiana tatyana taylor ted tera terence teresa teri terrance terrence terri terry tess tessa thea
thelma theo theodore theresa therese thibault thierry thomas thorsten théo tia tiago tiffany tim timothy tina tito
tobias todd tom tomas tomasz tomek tommaso tommy tomás tomáš toni tony tonya torsten tracey tracie tracy travis trent
trevor tricia trina trish trisha tristan troy trudy tucker tyler ulf uli ulrich ulrike umar ursula ute uwe vadim
valentin valentina valeria valerie valery vanessa vasily vera verena verna vernon veronica veronika veronique vesna
vic vicente vicki vickie vicky victor victoria vijay vikram viktor viktoria vince vincent vincenzo viola violeta
virginie vitor vittoria vivian viviana vivien vivienne vladimir volker walid wallace wally walter wanda warren wayne
wendy werner wes wesley whitney wilfried wilhelm will willem william willie wilma winston wojciech wolfgang xavier
ximena yann yannick yasmin yasmine yasser yolanda yosef youssef yuki yuri yury yusuf yvan yves yvette yvonne zac zach
zachary zack zahra zara zelda zeynep zoe zoltan zoë zuzana álvaro ángel íñigo óscar łukasz агата александр александра
алексей алена алина алла анастасия анатолий андрей анна антон антонина артем борис вадим валентин валентина валерий
валерия василий вера вероника виктор виктория виталий владимир владислав вячеслав галина геннадий георгий григорий
дарья денис дмитрий евгений евгения егор екатерина елена елизавета иван игорь илья инна ирина кирилл константин ксения
лариса лев леонид лидия любовь людмила максим марина мария михаил надежда наталия наталья никита николай оксана олег
ольга павел петр полина роман руслан светлана сергей софья станислав степан тамара татьяна тимур федор эдуард элина
юлия юрий яна ярослав
"""

GIVEN_NAMES = frozenset(_NAMES.split())
