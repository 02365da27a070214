// A plain two-page PDF of lines and boxes, so that the preview has something to draw.

export function paper(): Uint8Array {
  const page = (n: number) =>
    `0.8 w 50 60 495 722 re S 50 740 495 0.1 re S ${Array.from({ length: 18 }, (_, row) => `50 ${700 - row * 34} 495 0.1 re S`).join(' ')} 140 60 0.1 680 re S 420 60 0.1 680 re S 0.11 0.37 0.75 rg ${60 + n * 20} 752 120 16 re f`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    stream(page(0)),
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R >>',
    stream(page(1)),
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((body, index) => {
    const start = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return start
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

function stream(body: string): string {
  return `<< /Length ${body.length} >>\nstream\n${body}\nendstream`
}
