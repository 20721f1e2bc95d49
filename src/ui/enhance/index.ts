// What script adds to pages that work without it. Small modules, each on its own; hooks are data attributes.
import { watchDrafts } from './drafts.ts'
import { narrowAtOnce } from './facets.ts'
import { checkFiles } from './files.ts'
import { takeFocus } from './focus.ts'
import { listenToKeys } from './keys.ts'
import { nameMapPoints } from './map-names.ts'
import { closeMenus } from './menus.ts'
import { offerPasskeys } from './passkeys.ts'
import { refreshPanels } from './progress.ts'
import { offerRichText } from './rich-text.ts'
import { suggest } from './suggestions.ts'

document.documentElement.classList.add('enhanced')
takeFocus()
listenToKeys()
closeMenus()
narrowAtOnce()
suggest()
watchDrafts()
checkFiles()
nameMapPoints()
refreshPanels()
offerPasskeys()
offerRichText()
// Only where something can be chosen, or sought among many choices: everywhere else it would be bytes to fetch for nothing.
if (document.querySelector('[data-choice-count]')) void import('./choosing.ts').then(({ countChosen }) => countChosen())
if (document.querySelector('[data-narrow-choices]'))
  void import('./narrow-choices.ts').then(({ narrowChoices }) => narrowChoices())
if (document.querySelector('[data-news]')) void import('./news.ts').then(({ followNews }) => followNews())
if (document.querySelector('[data-push]')) void import('./push.ts').then(({ offerPush }) => offerPush())
if (document.querySelector('[data-live]')) void import('./live.ts').then(({ readAlong }) => readAlong())
if (document.querySelector('[data-quoting]')) void import('./quoting.ts').then(({ offerQuoting }) => offerQuoting())
if (document.querySelector('[data-mentions]')) void import('./mentions.ts').then(({ offerCalls }) => offerCalls())
