// Who answers for a city reads what was done in its name; a colleague is told that this is not theirs.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Ada invites somebody and finds it in the history of Graz; Assia does not find it in Lyon’s',
  async (script) => {
    const address = script ? 'toni@graz.example' : 'vroni@graz.example'
    const ada = await street.open({ person: 'ada-lindmoser', script, width: 360 })
    await ada.goto('/my-city/colleagues')
    await ada.getByLabel('Name').fill('Toni Grazbacher')
    await ada.getByLabel('E-mail address').fill(address)
    await ada.getByRole('button', { name: 'Send the invitation' }).click()
    await ada.getByText('The invitation is on its way').first().waitFor()
    await ada.goto('/my-city/history')
    const row = ada.getByRole('row').filter({ hasText: 'Somebody was invited' }).first()
    expect(await row.textContent()).toContain('Ada Lindmoser, Graz')
    expect(await ada.getByText(address).count()).toBe(0)

    const assia = await street.open({ person: 'assia-verdonnel', lang: 'fr', script })
    await assia.goto('/my-city/history')
    await assia.getByRole('heading', { name: 'Historique', level: 1 }).waitFor()
    expect(await assia.getByText('Ada Lindmoser').count()).toBe(0)

    const jonte = await street.open({ person: 'jonte-pfalzgrafer', script })
    await jonte.goto('/')
    expect(await jonte.getByRole('link', { name: 'History' }).count()).toBe(0)
    expect((await jonte.goto('/my-city/history'))?.status()).toBe(403)
    for (const one of [ada, assia, jonte]) await one.context().close()
    street.expectWell()
  },
)
