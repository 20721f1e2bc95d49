// What a reply says: whom it quotes, its words with the names it calls, the files it brings; or that it was taken back.
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Attachments } from '#ui/attachments/attachments.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Quote } from '#ui/quote/quote.tsx'
import { linkCalls } from '../mentions.ts'
import { replyIn } from '../paths.ts'
import { mayRemoveFiles } from '../permissions.ts'
import type { Quoted } from '../store-answers.ts'
import { calledIn } from '../thread.ts'
import { fileEntry, removal } from './files.tsx'
import type { OneReplyProps } from './one-reply.tsx'

const sourceOf = ({ authorName, organisationName }: Pick<Quoted, 'authorName' | 'organisationName'>): string =>
  [authorName, organisationName].filter(Boolean).join(', ')

const Quotes = ({ t, reply, beside, path }: Pick<OneReplyProps, 't' | 'reply' | 'beside' | 'path'>) => {
  const quoted = beside.quotes.find(({ replyId }) => replyId === reply.id)
  if (quoted === undefined) return null
  const lang = quoted.lang === t.lang ? undefined : quoted.lang
  return (
    <Quote by={sourceOf(quoted)} href={replyIn(path, quoted.quotedId)} lang={lang}>
      <p>{quoted.part}</p>
    </Quote>
  )
}

type FilesProps = Pick<OneReplyProps, 't' | 'viewer' | 'reply' | 'beside' | 'contribution'>

const Files = ({ t, viewer, reply, beside, contribution }: FilesProps) => {
  const own = beside.files.filter(({ replyId }) => replyId === reply.id)
  if (own.length === 0) return null
  const mayRemove = mayRemoveFiles(viewer, reply, contribution)
  const files = own.map((file) => ({
    ...fileEntry(t, file, beside.previews),
    action: mayRemove ? removal(t, file) : undefined,
  }))
  return <Attachments t={t} files={files} />
}

export const ReplyWords = (props: OneReplyProps) => {
  const { t, reply, beside } = props
  if (reply.withdrawn) return <p>{t('discussion.taken-back')}</p>
  return (
    <>
      <Quotes {...props} />
      <div data-words>
        <Prose html={renderMarkdown(linkCalls(reply.text, calledIn(beside, reply.id)))} lang={reply.lang} />
      </div>
      {props.belowReply?.(reply.id)}
      <Files {...props} />
    </>
  )
}
