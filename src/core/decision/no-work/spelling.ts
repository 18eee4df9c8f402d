import { misspelt } from "./lone-words.ts";

/** Two spellings of one word, British and American, made the same; other words come back as they are. Lower case only. */
export function oneSpelling(word: string): string {
  const right = corrected.get(word) ?? misspelt(word) ?? word;
  const other = others.get(right);
  if (other !== undefined) return other;
  return right.replace(our, "$1or$2").replace(ise, "$1iz$2").replace(yse, "$1yz$2").replace(ll, "$1$2");
}

const our =
  /^((?:dis|mis)?(?:col|behavi|fav|hon|neighb|lab|flav|endeav|harb))our(|s|ed|ing|able|ite|ites|al)$/;
const ise =
  /^((?:re|un|de|dis)?(?:organ|recogn|normal|serial|initial|synchron|author|optim|custom|general|special|standard|final|minim|maxim|summar|categor|priorit|canonical|token|util|visual|capital|emphas|memor|random|sanit|parameter|central|harmon|stabil|symbol|virtual|local|persist|anonym|monet))is(e|es|ed|er|ers|ing|ation|ations|able)$/;
const yse = /^(anal|paral|catal)ys(e|ed|er|ers|ing)$/;
const ll =
  /^(cancel|travel|label|model|signal|channel|level|total|fuel|tunnel|marshal|unmarshal)l(ed|ing|er|ers)$/;

const others = new Map(
  "centre>center centres>centers centred>centered fibre>fiber catalogue>catalog catalogues>catalogs dialogue>dialog dialogues>dialogs analogue>analog grey>gray greyed>grayed licence>license licences>licenses defence>defense judgement>judgment acknowledgement>acknowledgment acknowledgements>acknowledgments artefact>artifact artefacts>artifacts fulfil>fulfill fulfils>fulfills enrol>enroll enrols>enrolls ageing>aging e-mail>email e-mails>emails whilst>while amongst>among towards>toward afterwards>afterward"
    .split(" ")
    .map((pair): [string, string] => [pair.split(">")[0] ?? "", pair.split(">")[1] ?? ""]),
);

/**
 * Misspellings that are no words, and what each can only mean. A closed list: whether two near words are one word cannot be
 * seen from their letters, `accept` and `except`, `now` and `not`.
 */
const corrected = new Map(
  "accidently>accidentally accomodates>accommodates acknowlege>acknowledge acknowleged>acknowledged acquisiton>acquisition agressive>aggressive alway>always anonymus>anonymous attribut>attribute authentification>authentication calender>calendar calenders>calendars catagories>categories certian>certain changable>changeable colum>column comming>coming communciation>communication compatable>compatible confirmaton>confirmation connnection>connection connetion>connection continous>continuous continously>continuously contraints>constraints copywrite>copyright correspondance>correspondence curent>current dependant>dependent depricated>deprecated determin>determine dissapear>disappear documention>documentation dosen't>doesn't embarass>embarrass encrpyt>encrypt endianess>endianness enviromental>environmental equivelant>equivalent exisiting>existing existng>existing experiance>experience feild>field feilds>fields foward>forward functionaliy>functionality garanteed>guaranteed guarenteed>guaranteed identifers>identifiers implemention>implementation incompatabile>incompatible indentifiers>identifiers indicies>indices initalize>initialize initalized>initialized inlcudes>includes integeer>integer interupt>interrupt interace>interface interfaec>interface langauge>language lenght>length liason>liaison maintainance>maintenance maximun>maximum mesage>message mesages>messages messsage>message minumum>minimum minimun>minimum mispelled>misspelled mispell>misspell neccesary>necessary negociate>negotiate noticable>noticeable obejct>object occassion>occasion occurance>occurrence occurances>occurrences occurr>occur offical>official ommit>omit ommited>omitted overide>override parametre>parameter peform>perform peformed>performed permanant>permanent posible>possible posiiton>position postion>position preceed>precede preceeding>preceding preceeds>precedes precison>precision presense>presence previosly>previously previouly>previously probablity>probability proccess>process proccessed>processed proccesses>processes proces>process procesed>processed procesing>processing profesional>professional programatically>programmatically propery>property propertys>properties propertly>properly publically>publicly querys>queries recievers>receivers recieves>receives recomended>recommended recommeded>recommended reccomend>recommend reccomended>recommended reccommended>recommended recomendation>recommendation refered>referred referes>refers referance>reference refernce>reference refrence>reference refrences>references requred>required requried>required retreive>retrieve retreived>retrieved retreives>retrieves retrive>retrieve retrived>retrieved retrives>retrieves rigth>right rythm>rhythm scheduel>schedule secion>section seperates>separates seperators>separators serivce>service servce>service shoudl>should similiar>similar speficied>specified sponser>sponsor stange>strange strenght>strength stucture>structure structre>structure strucutre>structure succesfull>successful succesfuly>successfully sucess>success suppored>supported synchonize>synchronize syncronize>synchronize syncronized>synchronized temporaly>temporarily teh>the thier>their throught>through timestmap>timestamp tommorow>tomorrow tranfered>transferred transation>transaction truely>truly uncommited>uncommitted unneccesary>unnecessary untill>until useable>usable vaild>valid verfy>verify verfication>verification visable>visible wheter>whether wether>whether wich>which whcih>which withing>within withouth>without writen>written writting>writing wrtie>write yeild>yield"
    .split(" ")
    .map((pair): [string, string] => [pair.split(">")[0] ?? "", pair.split(">")[1] ?? ""]),
);
