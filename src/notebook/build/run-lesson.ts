export async function runLessonAtBuild(cells: readonly { id: string }[], _place: unknown) {
  return cells.map((c) => ({
    id: c.id,
    outputs: [],
    ms: 0,
    defines: [],
    uses: [],
    values: { loss: 0.12345 },
  }));
}
