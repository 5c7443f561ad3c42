/** Highlights the lines of a name in a graph while it has the pointer or the focus. */
export function graphFocus(): void {
  for (const graph of document.querySelectorAll('.graph')) {
    const lines = [...graph.querySelectorAll<SVGLineElement>('line')];
    const nodes = [...graph.querySelectorAll<SVGAElement>('.graph-node')];
    const show = (id: string | undefined) => {
      graph.classList.toggle('is-focused', id !== undefined);
      const near = new Set([id]);
      for (const line of lines) {
        const { from, to } = line.dataset;
        const isNear = from === id || to === id;
        line.classList.toggle('is-near', isNear);
        if (isNear) near.add(from).add(to);
      }
      for (const node of nodes) node.classList.toggle('is-near', near.has(node.dataset.node));
    };
    for (const node of nodes) {
      node.addEventListener('pointerenter', () => show(node.dataset.node));
      node.addEventListener('pointerleave', () => show(undefined));
      node.addEventListener('focus', () => show(node.dataset.node));
      node.addEventListener('blur', () => show(undefined));
    }
  }
}
