/** An element with its attributes and children, in one expression. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** Drawn as all our icons: one stroke on a grid of 24. */
export function drawing(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const stroke = document.createElementNS(SVG, 'path')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '20',
    height: '20',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.7',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value)
  stroke.setAttribute('d', path)
  svg.append(stroke)
  return svg
}
