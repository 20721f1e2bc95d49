// Twenty questions as officers ask them, in eight languages: the words are invented, the askers are the demonstration's.

export const typicalQuestions: readonly { readonly asker: string; readonly text: string }[] = [
  {
    asker: 'jonte-pfalzgrafer',
    text: 'Wer hat Nachtmediatoren in einer Ausgehstraße eingesetzt, und was würden Sie anders machen?',
  },
  { asker: 'ada-lindmoser', text: 'Wie fragt man ältere Menschen nach Angsträumen, ohne ihnen erst Angst zu machen?' },
  {
    asker: 'beatriz-ribeirinha-douro',
    text: 'Como se avisa as pessoas idosas das burlas por telefone sem as assustar?',
  },
  {
    asker: 'assia-verdonnel',
    text: 'Qui a mis en place un protocole contre les violences sexuelles dans les bars et les discothèques ?',
  },
  { asker: 'fenna-duynrijck', text: 'Hoe voorkom je dat cameratoezicht op een plein alleen de overlast verplaatst?' },
  { asker: 'bogumil-sztygarny', text: 'Jak uspokoić ruch samochodów pod szkołą bez stawiania policjanta?' },
  {
    asker: 'saverio-doragrossa',
    text: 'Chi ha esperienza con la mediazione dei conflitti tra vicini in un grande condominio?',
  },
  {
    asker: 'casilda-bravonegro',
    text: '¿Cómo se trabaja con jóvenes en riesgo de radicalización sin estigmatizarlos?',
  },
  { asker: 'rhian-pentrefelin', text: 'Has anybody evaluated lockable gates or neighbourhood watch against burglary?' },
  { asker: 'jonte-pfalzgrafer', text: 'Drogenkonsumraum in Bahnhofsnähe: Wie haben Sie die Nachbarschaft einbezogen?' },
  {
    asker: 'assia-verdonnel',
    text: 'Comment signaler le harcèlement de rue, et que fait-on ensuite des signalements ?',
  },
  { asker: 'jadwiga-orlikowiecka', text: 'Jak przygotować nauczycieli na cyberprzemoc wśród uczniów?' },
  { asker: 'ada-lindmoser', text: 'Welche Beleuchtung hilft in einer Unterführung wirklich?' },
  {
    asker: 'leonor-alfamarinho',
    text: 'Que cidades têm policiamento de proximidade num bairro com pouca confiança na polícia?',
  },
  { asker: 'desmond-merseyfold', text: 'How do you share hospital data on violence without naming anybody?' },
  { asker: 'jikke-van-der-grachtwal', text: 'Wie meet veiligheidsgevoel per wijk, en met welke vragen?' },
  {
    asker: 'ottavia-portichelli',
    text: 'Volontari che si prendono cura di una piazza: come si evita che diventino una ronda?',
  },
  { asker: 'casilda-bravonegro', text: '¿Quién atiende a las víctimas de delitos de odio y cómo llegan hasta allí?' },
  { asker: 'harriet-downsgate', text: 'Homeless people sleep in our station: who works together there at night?' },
  { asker: 'maelle-kerdonvel', text: 'Que faire des terrains vagues qui font peur le soir ?' },
]
