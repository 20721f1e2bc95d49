// All examples, in the order in which the catalogue shows them. A new room is added here.
import { examples as attachments } from '../attachments/attachments.examples.tsx'
import { examples as avatar } from '../avatar/avatar.examples.tsx'
import { examples as breadcrumb } from '../breadcrumb/breadcrumb.examples.tsx'
import { examples as button } from '../button/button.examples.tsx'
import { examples as chart } from '../chart/chart.examples.tsx'
import { examples as checkField } from '../check-field/check-field.examples.tsx'
import { examples as choiceField } from '../choice-field/choice-field.examples.tsx'
import { examples as cityBadge } from '../city-badge/city-badge.examples.tsx'
import { examples as conceptTags } from '../concept-tags/concept-tags.examples.tsx'
import { examples as dataTable } from '../data-table/data-table.examples.tsx'
import { examples as dateField } from '../date-field/date-field.examples.tsx'
import { examples as dialog } from '../dialog/dialog.examples.tsx'
import { examples as differences } from '../differences/differences.examples.tsx'
import { examples as emptyState } from '../empty-state/empty-state.examples.tsx'
import { examples as errorSummary } from '../error-summary/error-summary.examples.tsx'
import { examples as facets } from '../facets/facets.examples.tsx'
import { examples as factsList } from '../facts-list/facts-list.examples.tsx'
import { examples as fileField } from '../file-field/file-field.examples.tsx'
import { examples as form } from '../form/form.examples.tsx'
import { examples as hero } from '../hero/hero.examples.tsx'
import { examples as icon } from '../icon/icon.examples.tsx'
import { examples as itemCard } from '../item-card/item-card.examples.tsx'
import { examples as languageMark } from '../language-mark/language-mark.examples.tsx'
import { examples as lineage } from '../lineage/lineage.examples.tsx'
import { examples as machineTranslation } from '../machine-translation/machine-translation.examples.tsx'
import { examples as mapOfEurope } from '../map-of-europe/map-of-europe.examples.tsx'
import { examples as notice } from '../notice/notice.examples.tsx'
import { examples as page } from '../page/page.examples.tsx'
import { examples as pagination } from '../pagination/pagination.examples.tsx'
import { examples as passkeyButton } from '../passkey-button/passkey-button.examples.tsx'
import { examples as personLine } from '../person-line/person-line.examples.tsx'
import { examples as progressPanel } from '../progress-panel/progress-panel.examples.tsx'
import { examples as prose } from '../prose/prose.examples.tsx'
import { examples as pushButton } from '../push-button/push-button.examples.tsx'
import { examples as quote } from '../quote/quote.examples.tsx'
import { examples as reply } from '../reply/reply.examples.tsx'
import { examples as richTextArea } from '../rich-text-area/rich-text-area.examples.tsx'
import { examples as searchBox } from '../search-box/search-box.examples.tsx'
import { examples as selectField } from '../select-field/select-field.examples.tsx'
import { examples as statFigures } from '../stat-figures/stat-figures.examples.tsx'
import { examples as stateMark } from '../state-mark/state-mark.examples.tsx'
import { examples as steps } from '../steps/steps.examples.tsx'
import { examples as textArea } from '../text-area/text-area.examples.tsx'
import { examples as textField } from '../text-field/text-field.examples.tsx'
import { examples as timeline } from '../timeline/timeline.examples.tsx'
import { examples as tlpLabel } from '../tlp-label/tlp-label.examples.tsx'
import type { Example } from './example.ts'

export interface Room {
  /** Folder in src/ui. */
  readonly name: string
  readonly examples: readonly Example[]
}
export interface RoomGroup {
  /** Message key. */
  readonly label: string
  readonly rooms: readonly Room[]
}

export const catalogueExamples: readonly RoomGroup[] = [
  {
    label: 'ui.catalogue-page',
    rooms: [
      { name: 'hero', examples: hero },
      { name: 'page', examples: page },
      { name: 'breadcrumb', examples: breadcrumb },
      { name: 'search-box', examples: searchBox },
    ],
  },
  {
    label: 'ui.catalogue-press',
    rooms: [
      { name: 'button', examples: button },
      { name: 'dialog', examples: dialog },
      { name: 'passkey-button', examples: passkeyButton },
      { name: 'push-button', examples: pushButton },
    ],
  },
  {
    label: 'ui.catalogue-fields',
    rooms: [
      { name: 'text-field', examples: textField },
      { name: 'text-area', examples: textArea },
      { name: 'rich-text-area', examples: richTextArea },
      { name: 'select-field', examples: selectField },
      { name: 'choice-field', examples: choiceField },
      { name: 'check-field', examples: checkField },
      { name: 'file-field', examples: fileField },
      { name: 'date-field', examples: dateField },
      { name: 'form', examples: form },
      { name: 'error-summary', examples: errorSummary },
    ],
  },
  {
    label: 'ui.catalogue-say',
    rooms: [
      { name: 'notice', examples: notice },
      { name: 'tlp-label', examples: tlpLabel },
      { name: 'state-mark', examples: stateMark },
      { name: 'language-mark', examples: languageMark },
      { name: 'concept-tags', examples: conceptTags },
      { name: 'city-badge', examples: cityBadge },
      { name: 'person-line', examples: personLine },
      { name: 'avatar', examples: avatar },
      { name: 'quote', examples: quote },
      { name: 'machine-translation', examples: machineTranslation },
      { name: 'prose', examples: prose },
      { name: 'empty-state', examples: emptyState },
      { name: 'icon', examples: icon },
    ],
  },
  {
    label: 'ui.catalogue-show',
    rooms: [
      { name: 'item-card', examples: itemCard },
      { name: 'facets', examples: facets },
      { name: 'pagination', examples: pagination },
      { name: 'facts-list', examples: factsList },
      { name: 'data-table', examples: dataTable },
      { name: 'steps', examples: steps },
      { name: 'progress-panel', examples: progressPanel },
      { name: 'timeline', examples: timeline },
      { name: 'differences', examples: differences },
      { name: 'stat-figures', examples: statFigures },
      { name: 'reply', examples: reply },
      { name: 'attachments', examples: attachments },
      { name: 'chart', examples: chart },
      { name: 'map-of-europe', examples: mapOfEurope },
      { name: 'lineage', examples: lineage },
    ],
  },
]
