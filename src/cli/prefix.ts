/** The project's directory in its repository, "apps/shop/", or "": services know files by their path there. */
export async function findPrefix(root: string): Promise<string> {
  const { directoryInRepository } = await import("../project/git/repository.ts");
  const directory = directoryInRepository(root);
  return directory === "" ? "" : `${directory}/`;
}
