// A process of its own that draws the first pages of one PDF and ends: whatever the file does to it, it does to nobody else.
// Started by pdf-pictures.ts; stands alone, since the built house and the tests start it by its file.
import { GlobalFonts } from '@napi-rs/canvas'
import { createIsomorphicCanvasFactory, getDocumentProxy, renderPageAsImage } from 'unpdf'

export interface DrawOrder {
  readonly bytes: Uint8Array
  /** WOFF2, for letters that the file does not bring itself. */
  readonly fonts: readonly Uint8Array[]
  readonly mostPages: number
  /** Of each picture, in pixels. */
  readonly width: number
}
export type DrawAnswer = { readonly pages: number } | { readonly picture: Uint8Array }

/** A strip a hundred times as high as wide would fill the memory with white. */
const steepest = 4
const largestPicture = 25_000_000
const standardNames = ['Helvetica', 'Arial', 'Times', 'Times New Roman', 'Courier', 'sans-serif', 'serif', 'monospace']

const canvasImport = () => import('@napi-rs/canvas')

const send = (answer: DrawAnswer): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error === null ? resolve() : reject(error)))
  })

async function draw({ bytes, fonts, mostPages, width }: DrawOrder): Promise<void> {
  for (const name of standardNames) for (const font of fonts) GlobalFonts.register(Buffer.from(font), name)
  const CanvasFactory = await createIsomorphicCanvasFactory(canvasImport)
  const limits = { maxImageSize: largestPicture, isEvalSupported: false, useSystemFonts: true, verbosity: 0 }
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { CanvasFactory, ...limits })
  await send({ pages: pdf.numPages })
  for (let number = 1; number <= Math.min(mostPages, pdf.numPages); number += 1) {
    const { width: wide, height: high } = (await pdf.getPage(number)).getViewport({ scale: 1 })
    if (!(wide > 0 && high / wide <= steepest && wide / high <= steepest)) return
    await send({ picture: new Uint8Array(await renderPageAsImage(pdf, number, { canvasImport, width })) })
  }
}

process.once('message', (order: DrawOrder) => {
  draw(order).then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
