// Stemmers of our own for languages that the library leaves out: the endings of nouns and adjectives, longest first.

const endings: Record<string, string> = {
  pl: `owaniami owaniach owaniem owania owanie owaniu owany owana owane ościami ościach ością ości ość eniami eniach
    eniem enia enie eniu aniami aniach aniem ania anie aniu ować iami iach iego iemu ymi imi ych ich ego emu ami ach owi
    iem iom ów om em ie ia ią ię ej ej ym im ą ę y i a e o u`,
  cs: `ováních ováním ování ostech ostmi ostem osti ost ových ovými ového ovému ovou ová ové ový ními ních ního nímu
    ými ích ách ami emi ého ému ých ech ům ách ím ým em ou ie mi y i a e o u á é í ý ů ě`,
  ca: `aments ament cions ció itats itat ismes isme istes ista ants ant ents ent es os ns s a e o`,
  hr: `ovanjima ovanjem ovanja ovanje ostima ošću osti ost ijama ima ama ega emu oga omu ih im om em og a e i o u`,
  sl: `ovanjem ovanja ovanje ostjo osti ost ijami ami ih im ega emu om em ov a e i o u`,
  lv: `šanas šanai šanu šana ībām ības ībai ību ība iem ām ās ai am as es is us os os u a e i s š`,
}

/** The longest ending goes if at least four letters stay: shorter stems would meet by accident. */
const stripper = (list: string): ((word: string) => string) => {
  const sorted = list.split(/\s+/).sort((one, other) => other.length - one.length)
  return (word) => {
    const ending = sorted.find((one) => word.endsWith(one) && word.length - one.length >= 4)
    return ending === undefined ? word : word.slice(0, -ending.length)
  }
}

export const lightStemmers: ReadonlyMap<string, (word: string) => string> = new Map(
  Object.entries(endings).map(([lang, list]) => [lang, stripper(list.trim())]),
)
