/**
 * Pairs rows with columns, each used at most once: as many pairs as can be made, and of those
 * pairings the one of the least total cost. Faces that are close to several tracks are told apart
 * by the whole picture, not by who is asked first.
 *
 * The Hungarian method (Kuhn 1955) by shortest augmenting paths (Jonker and Volgenant 1987):
 * O(rows² · (rows + columns)), which for the dozen faces of a frame is microseconds.
 *
 * @param costs - one row of finite costs, 0 or more, for each row; Infinity where a pair must not
 * be made. All rows are of one length.
 * @returns for each row its column, or null.
 */
export function assign(costs: readonly (readonly number[])[]): (number | null)[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  const finite = costs.flat().filter(Number.isFinite);
  // Dearer than all pairs together: a row goes without a partner only when it must.
  const alone = finite.reduce((sum, cost) => sum + cost, 1);
  // Each row has a column of its own for going without; what is forbidden is dearer still.
  const cost = (row: number, column: number): number => {
    if (column >= columns) return column - columns === row ? alone : Number.POSITIVE_INFINITY;
    return costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
  };
  const rowOf = assignSquare(rows, columns + rows, cost);
  const result: (number | null)[] = Array(rows).fill(null);
  for (let column = 0; column < columns; column++) {
    const row = rowOf[column];
    if (row !== undefined && row >= 0) result[row] = column;
  }
  return result;
}

/**
 * Gives every row a column at the least total cost; each row must have one that it may take whatever
 * the others take.
 *
 * @returns for each column its row, or −1.
 */
function assignSquare(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): number[] {
  const rowPrice = Array<number>(rows).fill(0);
  const columnPrice = Array<number>(columns).fill(0);
  const rowOf = Array<number>(columns).fill(-1);
  for (let start = 0; start < rows; start++) {
    // Dijkstra over columns, with costs reduced by the prices, to the nearest one that is free.
    const distance = Array<number>(columns).fill(Number.POSITIVE_INFINITY);
    const cameFrom = Array<number>(columns).fill(-1);
    const done = new Set<number>();
    let row = start;
    let reached = 0;
    let last = -1;
    for (;;) {
      let nearest = -1;
      for (let column = 0; column < columns; column++) {
        if (done.has(column)) continue;
        const reduced = cost(row, column) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0);
        if (reached + reduced < (distance[column] ?? 0)) {
          distance[column] = reached + reduced;
          cameFrom[column] = last;
        }
        if (nearest < 0 || (distance[column] ?? 0) < (distance[nearest] ?? 0)) nearest = column;
      }
      reached = distance[nearest] ?? 0;
      last = nearest;
      const holder = rowOf[nearest] ?? -1;
      if (holder < 0) break;
      done.add(nearest);
      row = holder;
    }
    // The prices rise by how much nearer each column was than the free one.
    rowPrice[start] = (rowPrice[start] ?? 0) + reached;
    for (const column of done) {
      const slack = reached - (distance[column] ?? 0);
      const holder = rowOf[column] ?? -1;
      columnPrice[column] = (columnPrice[column] ?? 0) - slack;
      rowPrice[holder] = (rowPrice[holder] ?? 0) + slack;
    }
    // Along the path, each row moves on to the next column.
    for (let column = last; column >= 0; ) {
      const before = cameFrom[column] ?? -1;
      rowOf[column] = before < 0 ? start : (rowOf[before] ?? -1);
      column = before;
    }
  }
  return rowOf;
}
