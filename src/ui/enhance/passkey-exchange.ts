// The exchange with the server for a passkey: options, the device's answer, and where to go then.
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

async function send(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.json()
}

/** The path to go to. Throws when the person cancels or the server refuses. */
export async function usePasskey(button: HTMLElement): Promise<string> {
  const { passkey, optionsUrl = '', verifyUrl = '' } = button.dataset
  const options = await send(optionsUrl, {})
  const response =
    passkey === 'register'
      ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
  const { next } = (await send(verifyUrl, response)) as { readonly next: string }
  return next
}
