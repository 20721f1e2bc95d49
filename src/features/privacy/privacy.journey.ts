// What is kept about me, in a browser: taken along, and an erasure that is asked for and taken back.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Jonte takes his data along, asks to be erased, confirms it and thinks again', async (script) => {
  const jonte = await street.open({ person: 'jonte-pfalzgrafer', script, width: 360 })
  const says = (sentence: string) => jonte.getByText(sentence).first().waitFor()
  await jonte.goto('/account')
  await jonte.getByRole('link', { name: 'My data' }).click()
  const coming = jonte.waitForEvent('download')
  await jonte.getByRole('link', { name: 'Download as a ZIP file' }).click()
  expect((await coming).suggestedFilename()).toMatch(/^my-data-[0-9-]+\.zip$/)
  await jonte.getByText('Ask to be erased', { exact: true }).click()
  await jonte.getByRole('button', { name: 'Send the mail' }).click()
  await says('The mail is on its way.')
  while ((await street.town.work()) > 0);
  const link = /(\/my-data\/erasure\?token=\S+)/.exec(street.town.mails.at(-1)?.text ?? '')?.[1]
  await jonte.goto(link ?? '/')
  await jonte.getByRole('button', { name: 'Yes, erase me in 14 days' }).click()
  await says('Confirmed. You have 14 days to think again.')
  await jonte.goto('/')
  await jonte.getByRole('button', { name: 'Take it back' }).click()
  await says('Taken back. Everything stays as it is.')
  await jonte.getByRole('link', { name: 'What is kept for how long' }).click()
  await says('Contact person of an enquiry that led to no membership')
})
