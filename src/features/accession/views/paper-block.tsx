// One block of the council paper, on the page.
import type { Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import type { Block } from '../paper.ts'

const Items = ({ items }: { readonly items: readonly string[] }) => items.map((item) => <li>{item}</li>)

export const BlockPart = ({ t, block }: { t: Translate; block: Block }) => {
  if (block.kind === 'text') return <p>{block.text}</p>
  if (block.kind === 'checks')
    return (
      <>
        {block.items.map(({ done, text }) => (
          <p>
            {done ? '☑' : '☐'} {text}
          </p>
        ))}
      </>
    )
  if (block.kind === 'table')
    return (
      <DataTable
        t={t}
        caption={block.columns.join(', ')}
        hideCaption
        columns={block.columns.map((label) => ({ label }))}
        rows={block.rows}
      />
    )
  return block.ordered ? (
    <ol>
      <Items items={block.items} />
    </ol>
  ) : (
    <ul>
      <Items items={block.items} />
    </ul>
  )
}
