// Words that carry no subject, folded; and the question words with which people begin a search.

import { wordsOfLack } from './negations.ts'

const lists: Record<string, string> = {
  de: `aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis da dabei damit dann das dass daruber dazu dem den denn
    der des dessen dich die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch fur
    gegen hab habe haben hat hatte hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jene kann
    kein keine keinen man mehr mein mich mir mit mochte muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner
    seit sich sie sind so soll sollen sowie uber um und uns unser unsere unter vom von vor war waren was weil welche welchem welchen welcher
    welches wenn wer werden wie wieder wir wird wo wurde wurden zu zum zur zwischen warum wieso tun gibt machen z b etc`,
  en: `a about above after again all also am an and any are as at be because been before being between both but by can could did do does doing
    down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my
    no nor not of off on once only or other our out over own same she should so some such than that the their them then there these they this
    those through to too under until up very was we were what when where which while who whom why will with would you your s t re etc eg`,
  fr: `a afin ai ainsi alors apres au aucun aussi autre autres aux avant avec avoir car ce ceci cela celle celles celui ces cet cette ceux chaque
    comme comment d dans de depuis des donc du elle elles en encore entre est et etaient etait etant ete etre eu eux faire fait font furent il
    ils j je l la le les leur leurs lors lui m ma mais me meme mes moins mon n ne nos notre nous on ont ou par parce pas pendant peu peut plus
    pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera ses si sinon soit son sont sous sur t ta te tes tous
    tout toute toutes tres tu un une vers vos votre vous y`,
  es: `a ademas al algo algunos ante antes asi aun aunque bajo bien cada como con contra cual cuales cuando cuanto de del desde donde dos durante
    e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estan estar estas este esto estos fue fueron ha habia hace hacer
    hacia han hasta hay la las le les lo los mas me mediante mi mientras muy nada ni no nos nosotros o os otra otras otro otros para pero poco
    por porque pues que quien quienes se segun ser si sido sin sino sobre solo son su sus tal tambien tan tanto te tiene tienen todo todos tras
    tu un una unas uno unos y ya yo`,
  it: `a ad agli ai al alla alle allo anche ancora avere aveva c che chi ci cio come con contro cosa cui d da dagli dai dal dalla dalle dallo degli
    dei del dell della delle dello dentro di dopo dove due e ed era erano essere fa fare fino fra fu furono gli ha hanno i il in io l la le lei
    li lo loro lui ma me mentre mi mio modo molto ne negli nei nel nell nella nelle nello no noi non nostro o ogni oltre oppure per perche piu
    po poi presso prima qual quale quali quando quanto quasi quella quelle quelli quello questa queste questi questo qui se sei senza si sia
    sono sopra sotto sta stata state stati stato su sua sue sugli sui sul sull sulla sulle suo suoi tra tramite tutti tutto un una uno verso vi voi`,
  nl: `aan af al als altijd andere anders bij binnen daar dan dat de deze die dit doen door dus een en er geen geweest had heb hebben heeft hem het
    hier hij hoe hun iets ik in is ja je kan kunnen kon maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat ons onze ook op
    over per reeds s te tegen toch toen tot tussen u uit uw van veel via voor waar waarom wanneer was wat we wel welk welke werd werden wie wij
    wil worden wordt ze zelf zich zij zijn zo zonder zou zullen zoals`,
  pt: `a ainda alem algum alguns antes ao aos apos as assim ate cada como com contra da das de dela dele deles depois desde desta deste do dos
    durante e ela elas ele eles em entre era eram essa essas esse esses esta estao estas estava este estes eu fazer foi foram ha isso isto ja
    la lhe lhes mais mas me mediante mesmo meu minha muito na nao nas nem no nos nossa nosso num numa o onde os ou outra outras outro outros
    para pela pelas pelo pelos por porque pouco qual quais quando quanto que quem se segundo seja sem sendo ser seu seus sido sob sobre sua
    suas tal tambem tanto tao tem teve ter todas todo todos um uma umas uns`,
  pl: `a aby albo ale ani az bardzo bez bo by byc byl byla bylo byly bym co czy czyli da dla dlaczego do dokad gdy gdzie i ich ile im inne inny
    iz ja jak jaka jakie jaki jako je jednak jego jej jest jesli jeszcze juz kazdy kiedy kto ktora ktore ktorego ktorej ktory ktorych ktorym
    ku lub ma maja mamy mi mnie moze mozna na nad nam nami nas nasz nie niech nim nimi niz no o od on ona one oni oraz po pod poniewaz przed
    przez przy sa se si sie sobie soba tak takie taki tam te tego tej ten to tu tych tylko tym u w we wiec wiele wszystko z za ze zeby zostal
    zostala zostaly`,
  sv: `alla allt att av bara bli blir de dem den denna deras dess det detta dig din dock du dar eller en er ett for fran genom ha han har hade hon hos
    hur i icke ifran in inom inte ja jag kan kunde man med mellan men mig min mot mycket nar nagon nagot nu nya och om oss pa sa samma samt sedan
    sig sin sina skulle som till under upp ut utan vad var vara vart vem vi vid vilka vilken`,
  da: `ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din dog du efter eller en end er et for fra ham han har
    havde have hende her hos hun hvad hvem hvor hvordan i ikke ind jeg kan kunne man mange med meget men mellem mig min mod ned noget nogle nu
    nar og ogsa om op os over pa sa sig sin skal skulle som til ud under uden var vi vil ved`,
  no: `alle at av ble bli blir da de dem den denne der deres det dette din du eller en er et etter for fra ha hadde han har hun hva hvem hvor hvordan
    i ikke inn jeg kan kunne man med meg mellom men mot mye noe noen na nar og ogsa om opp oss over pa sa seg sin skal skulle som til ut under
    uten var vare ved vi vil`,
  fi: `ei eika eivat ella en ennen etta han he ja jo joka jos josta jota jossa jotka kanssa koska kuin kun me mika minka missa mita mukaan mutta myos
    ne niin niita noin nyt olemme oli olisi olivat olla on ovat se sen seka sina sita siita tai taman tama tata te vaan vain vuoden yli`,
  cs: `a aby ale ani az bez bude by byl byla bylo byly co coz do ho i ja jak jako je jeho jej jeji jejich jen jeste jsem jsou k kde kdo kdy ke ktera
    ktere kteri ktery kterych ma mezi mi na nad nebo neni o od on po pod podle pokud pri pro proc proto pred s se si sve svych ta tak take tam
    tato te tedy ten tento teto to toho tohoto tom tomto tu u uz v ve vice vsak z za ze`,
  hu: `a abban ahol aki akkor alatt am ami amely amelyek az azok azt be csak de e egy egyik el ellen en es ez ezek ezt fel ha hanem hogy hol igy is itt
    ki kell kell keresztul kozott le lehet legyen lesz ma majd mar meg mely mert mi miert mig mint minden mit nagy ne nem nincs o ok olyan s sem szamara
    szerint tehat tobb ugy utan vagy van vannak volt voltak`,
  ca: `a al als amb aquest aquesta aquestes aquests cada com contra d de del dels des el ella elles ells els em en entre era es esta estan fa fer fins ha
    han hi i ja l la les li lo mes molt na ni no nos o on per pero perque pel pels qual quals quan que qui s se segons sense ser seu seva seus si sobre
    son sota tambe tot tots un una unes uns va van`,
  el: `αν απο αυτα αυτη αυτο για δε δεν εαν ειναι ενα εναν ενας η ηταν θα και κατα κι με μετα μη μια να ο οι οπως οτι ου που προς πως σε στα στη στην στις
    στο στον στους τα την της τι τις το τον του τους των ως`,
  ro: `a acea aceasta aceste acestea acestei acestor acestui acest acesta acestia ai al ale alte am ar are as asa asupra atunci au avea avem avut ca care
    carei caror carui catre ce cea cei cel cele celor chiar cine cu cum cand da daca dar de deci deja despre din dintre dupa ea ei el ele era este eu
    face fara fi fie fiecare fiind fost i ii il imi in inca insa intr intre intru isi la le li lor lui mai mult ne nici noi nostri nostru nu o ori
    pana pe pentru poate prin printre sa sau se si sub sunt te toate tot toti trebuie un una unde unei unele unor unui va voi vor`,
}

const wordsOf = (list: string): Set<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .filter((word) => !wordsOfLack.has(word)),
  )
const sets = new Map(Object.entries(lists).map(([lang, list]) => [lang, wordsOf(list)]))
const none: ReadonlySet<string> = new Set()

/** Folded stop words of a language; empty for a language we have no list of. */
export const stopWords = (lang: string): ReadonlySet<string> => sets.get(lang) ?? none
export const languagesWithStopWords = [...sets.keys()]
