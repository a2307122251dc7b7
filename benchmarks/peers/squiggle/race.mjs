// Runs a Squiggle program given on standard input; writes seconds and, where asked, the samples.
//   node race.mjs FOLDER SAMPLES [--list]   (the folder is one in which squiggle-lang is installed)
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, samples, list] = process.argv.slice(2);
const found = createRequire(join(folder, "here.js")).resolve("@quri/squiggle-lang");
const { run } = await import(pathToFileURL(found).href);
const environment = { sampleCount: Number(samples), xyPointLength: 1000, seed: "1" };
const answer = list ? "SampleSet.toList(npv)" : "[mean(npv), quantile(npv, 0.1)]";

async function value(program) {
  const { result } = await run(program, { environment });
  if (!result.ok) throw new Error(result.value.toString());
  return result.value.result.asJS();
}

const program = `${readFileSync(0, "utf8")}\n${answer}`;
await value("mean(SampleSet(beta(2, 3)))"); // warm: what is compiled at the first use
const start = performance.now();
const values = await value(program);
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, values }));
process.exit(0);
