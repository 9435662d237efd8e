import type { PackageNode } from "../../project/graph.ts";
import type { Disk } from "../../project/project.ts";

/** The directory of an installed copy of a package; undefined when none is there. */
export function findInstalled(disk: Disk, { locations }: PackageNode): string | undefined {
  return locations.find((location) => disk.exists(`${location}/package.json`));
}

/** Every file of an installed package, sorted, what is installed inside of it left out. */
export function filesOfPackage(disk: Disk, directory: string): string[] {
  const found: string[] = [];
  const waiting = [directory];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const name of disk.list(at)) {
      const path = `${at}/${name}`;
      if (name === "node_modules") continue;
      if (disk.isDirectory(path)) waiting.push(path);
      else found.push(path);
    }
  }
  return found.sort();
}
