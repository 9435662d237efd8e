import { Option } from "commander";
import type { Catalog } from "../catalog/catalog.ts";
import type { Project } from "../project/project.ts";
import { getExitCode, type ExitCode } from "../report/exit.ts";
import { getTextOptions, type Io } from "./io.ts";

export interface VendorOptions {
  readonly vendor?: true | readonly string[];
  readonly target?: string;
}

export function vendorOption(): Option {
  return new Option(
    "--vendor [package...]",
    "take these packages' own code into the project; without names, list those that allow it",
  );
}

export function listVendored({ vendor }: VendorOptions): readonly string[] {
  return vendor === undefined || vendor === true ? [] : vendor;
}

/** Without a name nothing is taken over: whose code a project keeps up from then on is for a person to say. */
export async function showVendorable(
  project: Project,
  catalog: Catalog,
  { target }: VendorOptions,
  io: Io,
): Promise<ExitCode> {
  const { findVendorable } = await import("../analyze/vendor/vendorable.ts");
  const { reportVendorable } = await import("../report/vendor/list.ts");
  const found = findVendorable(project, catalog, { ...(target !== undefined && { target }) });
  io.stdout.write(reportVendorable(found, getTextOptions(io)));
  return getExitCode({ kind: "report" });
}
