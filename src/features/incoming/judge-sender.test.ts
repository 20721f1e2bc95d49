// What the receiving server says about a sender, as servers write it, and as somebody might make it look.
import { describe, expect, test } from 'vitest'
import { isDisowned } from './judge-sender.ts'

const judge = 'mx.vicinia.example'
const isHeard = (...lines: readonly string[]): boolean =>
  !isDisowned(
    {
      from: ['ada@graz.example'],
      head: new Map([['authentication-results', lines.map((line) => `${judge} 1; ${line}`)]]),
    },
    judge,
  )

describe('is heard', () => {
  test.each([
    ['whose gateway added a line below the mail, and signed it again', 'dkim=fail; dkim=pass; dmarc=pass'],
    ['whose mail was forwarded', 'spf=fail smtp.mailfrom=graz.example; dkim=pass header.d=graz.example; dmarc=pass'],
    ['whose list signed beside them', 'dkim=pass header.d=graz.example; dkim=fail header.d=list.example'],
    ['whose domain says nothing about DMARC', 'dmarc=none; spf=pass smtp.mailfrom=ada@graz.example; dkim=fail'],
    ['whose server is below their domain', 'dmarc=none; spf=pass smtp.mailfrom=bounce@mail.graz.example; dkim=fail'],
    ['whom nobody judged', 'spf=none; dkim=none; dmarc=none'],
    ['whom the server could not judge', 'spf=temperror; dkim=permerror'],
    ['of whom it does not say which domain passed', 'spf=pass; dkim=fail'],
    ['whose signer is named by its address', 'dkim=pass header.i=@graz.example header.s=s1; spf=fail'],
    ['of whom a comment speaks ill', 'spf=pass (was; dmarc=fail) smtp.mailfrom=graz.example'],
  ])('%s', (_, line) => expect(isHeard(line)).toBe(true))

  test('of whom several lines speak', () => expect(isHeard('spf=fail', 'dkim=pass header.d=graz.example')).toBe(true))
})

describe('is not heard', () => {
  test.each([
    ['whom DMARC disowns', 'dmarc=fail (p=none) header.from=graz.example; spf=pass smtp.mailfrom=graz.example'],
    ['who passed as somebody else', 'spf=pass smtp.mailfrom=evil@evil.example; dkim=fail header.d=graz.example'],
    ['whose signature is somebody else’s', 'dkim=pass header.d=evil.example; spf=fail'],
    ['whose name only ends alike', 'dkim=pass header.d=notgraz.example; spf=fail'],
    ['for whom DMARC passed as somebody else', 'dmarc=pass header.from=evil.example; spf=fail'],
    ['who failed, and nothing passed', 'spf=fail smtp.mailfrom=graz.example; dkim=none; dmarc=none'],
    ['who failed hard', 'spf = hardfail'],
    ['whose address holds a verdict', 'spf=fail smtp.mailfrom="x; dmarc=pass"@evil.example'],
    ['whose address begins a comment', 'spf=pass smtp.mailfrom="("@evil.example; dmarc=fail; dkim=none header.i=")"@e'],
    ['whose address escapes a quote', 'spf=fail smtp.mailfrom="\\"; dmarc=pass; x=\\""@evil.example; dkim=none'],
    ['whose property looks like one', 'spf=pass x-smtp.mailfrom=graz.example smtp.mailfrom=evil.example; dkim=fail'],
  ])('%s', (_, line) => expect(isHeard(line)).toBe(false))
})
