export default async function setUp(): Promise<() => Promise<void>> {
  return async () => {};
}
