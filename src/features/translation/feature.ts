// The manifest of translation: a text in another language, put into the reader's by a machine where the network has one.
import type { Feature } from '#platform/feature.ts'
import { belowReplies } from './below-replies.tsx'
import { translationParts } from './beside.tsx'
import { translationDesk } from './desk.ts'
import { createTranslation } from './migrations/001-create.ts'
import { routes } from './routes.tsx'
import { forgetFailures, forgetTranslations } from './store-keeping.ts'

export const translation: Feature = {
  name: 'translation',
  uses: ['discussion'],
  routes,
  open: ['POST /translation/arrivals/:token', 'POST /translation/arrivals/:token/failure'],
  permissions: {
    'have a text translated': 'every signed-in person whom it reaches, where its audience may leave for a service',
    'read a translation': 'whoever reads the text',
    'allow TLP:AMBER, set the share of a month, see what it cost': 'the office of the network',
    'bring a translation later': 'the service that it was asked of, by an address that is good once',
  },
  facts: { 'translation.set': 'translation.fact-set' },
  desk: translationDesk,
  beside: translationParts,
  belowReplies: [belowReplies],
  personal: { 'translation_setting.changed_by': { erasure: 'keep' } },
  retention: [
    { name: 'translation', days: 365, forget: forgetTranslations },
    { name: 'translation-failure', days: 90, forget: forgetFailures },
  ],
  migrations: [createTranslation],
}
