// The documents of an invoice, drawn when somebody asks: the same content gives the same bytes, so none is stored.
import { Worker } from 'node:worker_threads'
import type { InvoiceContent, InvoiceDocuments } from '#platform/invoicing/invoice.ts'
import { threadFile } from '#platform/thread-file.ts'

/** Threads that draw; a run of thousands takes two cores, a single invoice starts one. */
const atOnce = 2

interface Order {
  readonly finish: (documents: InvoiceDocuments) => void
  readonly fail: (error: Error) => void
}
interface Lane {
  readonly worker: Worker
  readonly orders: Map<number, Order>
}
interface Answer {
  readonly id: number
  readonly documents?: InvoiceDocuments
  readonly failure?: string
}

const lanes = new Set<Lane>()
let last = 0

/** A buffer arrives from another thread as plain bytes. */
const asBuffer = ({ pdf, ...texts }: InvoiceDocuments): InvoiceDocuments => ({ ...texts, pdf: Buffer.from(pdf) })

function answer({ worker, orders }: Lane, { id, documents, failure }: Answer): void {
  const order = orders.get(id)
  orders.delete(id)
  // An idle thread keeps no process alive.
  if (orders.size === 0) worker.unref()
  if (documents === undefined) order?.fail(new Error(failure))
  else order?.finish(asBuffer(documents))
}

function openLane(): Lane {
  const worker = new Worker(threadFile('features/invoices/drawing-thread'), {
    env: {},
    execArgv: [],
    argv: [],
    stdin: false,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  const lane: Lane = { worker, orders: new Map() }
  const end = (error: Error): void => {
    lanes.delete(lane)
    for (const order of lane.orders.values()) order.fail(error)
    lane.orders.clear()
  }
  worker.on('message', (message: Answer) => answer(lane, message))
  worker.on('error', end)
  worker.on('exit', () => end(new Error('The thread that draws invoices has ended.')))
  lanes.add(lane)
  return lane
}

/** The one with least to do; another one while there may be more and none is idle. */
function freeLane(): Lane {
  const [least] = [...lanes].sort((one, other) => one.orders.size - other.orders.size)
  return least === undefined || (least.orders.size > 0 && lanes.size < atOnce) ? openLane() : least
}

/** PDF, UBL and CII of an invoice, away from the thread that answers pages. Throws for a content with faults. */
export const drawDocuments = (content: InvoiceContent): Promise<InvoiceDocuments> =>
  new Promise((finish, fail) => {
    const { worker, orders } = freeLane()
    last += 1
    orders.set(last, { finish, fail })
    worker.ref()
    worker.postMessage({ id: last, content })
  })
