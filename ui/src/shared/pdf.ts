// pdf.js, in its own worker, with its tables from the program itself; no eval, no network.
import type { PDFDocumentProxy } from 'pdfjs-dist'

let isReady = false

export type Pdf = PDFDocumentProxy

/** Opens a paper's bytes. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  if (!isReady) {
    const { default: workerUrl } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url')
    pdfjs.GlobalWorkerOptions.workerPort = new Worker(workerUrl, { type: 'module' })
    isReady = true
  }
  const base = new URL('pdf/', document.baseURI).href
  return pdfjs.getDocument({
    data: bytes,
    cMapUrl: `${base}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${base}fonts/`,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
  }).promise
}
