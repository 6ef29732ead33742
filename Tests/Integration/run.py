#!/usr/bin/env python3
"""The bot on a real homeserver, checked from outside: make integration.

Starts a Synapse on loopback and runs the same scenarios over `/sync` and over the gateway, as the bot's own binary
would be run. Then prints what was found, with the figures, and ends with one line: N passed, N failed.
"""

import argparse
import asyncio
import importlib
import pathlib
import pkgutil
import signal
import sys
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import scenarios  # noqa: E402
from support.figures import Figures  # noqa: E402
from support.places import BUILD, ROOT  # noqa: E402
from support.scenario import SCENARIOS  # noqa: E402
from support.synapse import Synapse  # noqa: E402
from support.world import Scene, World  # noqa: E402

TRANSPORTS = ("/sync", "the gateway")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/release/rapporteur")
    parser.add_argument("--transport", choices=TRANSPORTS, help="only over this one")
    parser.add_argument("--only", default="", help="only scenarios whose sentence or file has this in it")
    return parser.parse_args()


async def passes(scenario, world):
    """Runs one scenario, bounded in time; says how it went."""
    start = time.monotonic()
    failure = None
    try:
        async with asyncio.timeout(scenario.seconds), Scene(world) as scene:
            await scenario.run(scene)
    except TimeoutError:
        failure = f"it took more than {scenario.seconds} s"
    except Exception as error:
        failure = words(error)
    once = f"; only here: {scenario.because}" if scenario.only else ""
    told = f"{world.transport}: {scenario.sentence} ({time.monotonic() - start:.1f} s{once})"
    print(f"{'FAILED' if failure else 'ok':<7}{told}", flush=True)
    if failure:
        print("       " + failure.strip().replace("\n", "\n       "), flush=True)
    return failure is None


def words(error):
    """What was expected says enough; whatever else happened is shown with its place."""
    is_plain = isinstance(error, AssertionError) and str(error)
    return str(error) if is_plain else "".join(traceback.format_exception(error))


async def over(world, chosen):
    """Runs the scenarios one after another; none of them passes where the world does not open."""
    try:
        await world.open()
    except Exception as error:
        print(f"FAILED {world.transport}: {words(error)}", flush=True)
        await world.close()
        return [False] * len(chosen)
    try:
        return [await passes(scenario, world) for scenario in chosen]
    finally:
        await world.close()


async def run(options):
    for module in pkgutil.iter_modules(scenarios.__path__):
        importlib.import_module(f"scenarios.{module.name}")
    figures = Figures()
    results = []
    synapse = Synapse("synapse")
    try:
        await synapse.start()
        for transport in [options.transport] if options.transport else TRANSPORTS:
            chosen = [s for s in SCENARIOS if s.runs_over(transport) and is_wanted(s, options.only)]
            if chosen:
                results += await over(World(transport, synapse, options.binary, figures), chosen)
    finally:
        await synapse.close()
        figures.finish()
    print(f"\n{results.count(True)} passed, {results.count(False)} failed")
    return 0 if results and all(results) else 1


def is_wanted(scenario, text):
    return text.lower() in f"{scenario.run.__module__} {scenario.sentence}".lower()


async def main():
    options = arguments()
    options.binary = options.binary.resolve()
    if not options.binary.exists():
        sys.exit(f"There is no {options.binary}; type: make release")
    BUILD.mkdir(exist_ok=True)
    running = asyncio.current_task()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)
    return await run(options)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
