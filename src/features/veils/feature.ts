// The manifest of veils: asking as a member city, without a name.
import type { Feature } from '#platform/feature.ts'
import { sendLook, sendLooksAgain } from './actions/send-look.ts'
import { veilNote } from './beside.tsx'
import { mailExamples } from './mail-examples.ts'
import { explanationPath } from './paths.ts'
import { routes } from './routes.tsx'

export const veils: Feature = {
  name: 'veils',
  routes,
  open: [`GET ${explanationPath}`],
  permissions: {
    'know who asked as a member city':
      'who asked; the coordinator of their city if they want it; whoever in the office gave a reason that the asker reads',
    'look who asked as a member city, with a reason':
      'the office of the network; in a forum the office of that forum instead',
  },
  facts: { 'veil.lifted': 'veils.fact-lifted' },
  hears: [
    {
      name: 'veils.send-look',
      facts: ['veil.lifted'],
      hear: (fact, parts) => sendLook(parts, Number(fact.data.lifting)),
    },
  ],
  schedules: [{ name: 'veils.send-looks-again', cron: '55 * * * *', run: sendLooksAgain }],
  beside: [veilNote],
  mails: mailExamples,
}
