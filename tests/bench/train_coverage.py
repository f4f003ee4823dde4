"""Trains the matching of points: ``make train-coverage`` (torch, transformers and two pre-trained encoders needed).

The small encoder that a large one has taught (:mod:`tests.bench.teach_coverage`) is fine-tuned on ArgKP-2021, on our own passages (``pairs/``) and on our own
debates (``debates/``). Four encoders are
trained, each without a quarter of the topics: what they say of that quarter gives the figures out of fold, read by
grader's own code from weights of one byte a number. Shipped is the mean of the four.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from sklearn.linear_model import LogisticRegression
from torch import Tensor

from grader.matching.encoder import LONGEST, WEIGHTS, Encoder
from grader.matching.lexical import lexical_signs
from grader.matching.likeness import likeness
from grader.matching.model import FAR, best_other, weighed
from grader.rubric.model import Point
from tests.bench import coverage
from tests.bench.matcher import Matcher, small_encoder, train
from tests.bench.point_groups import FOLDS, Group, argkp_groups, debate_groups, folds_of, own_groups

OUT_OF_FOLD = Path(__file__).parent / "out_of_fold.json"
RATE, EPOCHS = 3e-5, 1
LEXICAL = ("cosine", "characters", "recall")  # for the figures; ArgKP has no aliases
STANDING = ("ahead", "behind")  # of a point among the others for a text


def export(model: Matcher, folder: Path) -> None:
    """The weights as grader reads them: one byte a number and a scale for every row, small arrays as floats."""
    found: dict[str, np.ndarray] = {}

    def narrow(name: str, weight: Tensor) -> None:
        array = weight.detach().float().numpy()
        scale = np.maximum(np.abs(array).max(1) / 127, 1e-12)
        found[name] = np.clip(np.rint(array / scale[:, None]), -127, 127).astype(np.int8)
        found[f"{name}.scale"] = scale.astype(np.float32)

    def whole(name: str, weight: Tensor) -> None:
        found[name] = weight.detach().float().numpy()

    embeddings = model.encoder.embeddings
    narrow("words", embeddings.word_embeddings.weight)
    narrow("places", embeddings.position_embeddings.weight[:LONGEST])
    whole("kinds", embeddings.token_type_embeddings.weight)
    norms = [("embedding", embeddings.LayerNorm)]
    for i, layer in enumerate(model.encoder.encoder.layer):
        parts = {
            "query": layer.attention.self.query,
            "key": layer.attention.self.key,
            "value": layer.attention.self.value,
            "mixed": layer.attention.output.dense,
            "wide": layer.intermediate.dense,
            "narrow": layer.output.dense,
        }
        for name, part in parts.items():
            narrow(f"{i}.{name}.weight", part.weight)
            whole(f"{i}.{name}.bias", part.bias)
        norms += [(f"{i}.attention", layer.attention.output.LayerNorm), (f"{i}.forward", layer.output.LayerNorm)]
    for name, norm in norms:
        whole(f"{name}.norm.weight", norm.weight)
        whole(f"{name}.norm.bias", norm.bias)
    for name in ("says", "denies"):
        whole(f"{name}.weight", getattr(model, name).weight)
        whole(f"{name}.bias", getattr(model, name).bias)
    for name in ("near", "pieces", "base"):
        whole(name, getattr(model, name))
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / "encoder.npz", **found)
    vocabulary = model.tokens.get_vocab()
    (folder / "vocabulary.txt").write_text("\n".join(sorted(vocabulary, key=vocabulary.__getitem__)), encoding="utf-8")


def fold_models(
    groups: Sequence[Group], own: Sequence[Group], pretrained: Path, taught: dict[str, Tensor]
) -> tuple[list[Matcher], list[np.ndarray]]:
    """An encoder for every fold that has not seen its topics, and by it the likenesses of the fold's ArgKP groups."""
    fold = folds_of([group.topic for group in groups])
    models, tables = [], {}
    for number in range(FOLDS):
        print(f"fold {number + 1} of {FOLDS}", flush=True)
        seen = [group for group in groups if fold[group.topic] != number]
        model = Matcher(pretrained)
        model.load_state_dict(taught)
        models.append(train(model, [*seen, *own], RATE, EPOCHS))
        with tempfile.TemporaryDirectory() as folder:
            export(models[-1], Path(folder))
            encoder = Encoder(Path(folder))
        for i, group in enumerate(groups):
            if fold[group.topic] == number:
                tables[i] = likeness(encoder, encoder.encode(group.points), encoder.encode(group.texts))
    return models, [tables[i] for i in range(len(groups))]


def mean_of(models: Sequence[Matcher]) -> Matcher:
    """One encoder whose weights are the means of the others' (a "model soup": Wortsman et al. 2022); changes the first."""
    means = {
        name: torch.stack([model.state_dict()[name].float() for model in models]).mean(0)
        for name in models[0].state_dict()
    }
    models[0].load_state_dict(means)
    return models[0]


def learn_denials(folder: Path, own: Sequence[Group]) -> None:
    """The direction that tells a denial from a passage that makes its point, by regression on the shipped states."""
    encoder = Encoder(folder)
    states, gold = [], []
    for group in own:
        chosen = [i for i in range(len(group.texts)) if group.denied[i] or group.table[:, i].any()]
        states += [text.total / text.count for text in encoder.encode([group.texts[i] for i in chosen])]
        gold += [group.denied[i] for i in chosen]
    learned = LogisticRegression(C=0.3, max_iter=3000).fit(np.stack(states), np.array(gold) == 1)
    with np.load(folder / "encoder.npz", allow_pickle=False) as stored:
        weights = dict(stored)
    weights["denies.weight"] = learned.coef_.astype(np.float32)
    weights["denies.bias"] = learned.intercept_.astype(np.float32)
    np.savez_compressed(folder / "encoder.npz", **weights)


def main() -> None:
    """Trains the encoders of the folds, measures out of fold, and ships their mean."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pairs", type=Path, required=True, help="argkp2021-train-dev.csv")
    parser.add_argument(
        "--pretrained", type=Path, help="folder of all-MiniLM-L6-v2; by default the installed package's"
    )
    parser.add_argument("--taught", type=Path, required=True, help="what tests.bench.teach_coverage wrote")
    options = parser.parse_args()
    pretrained = options.pretrained or small_encoder()
    pairs = coverage.read(options.pairs)
    groups, own = argkp_groups(pairs), own_groups()
    models, tables = fold_models(groups, [*own, *debate_groups()], pretrained, load_file(options.taught))
    fit(pairs, groups, tables)
    export(mean_of(models), WEIGHTS)
    learn_denials(WEIGHTS, own)


def fit(pairs: Sequence[coverage.Pair], groups: Sequence[Group], tables: Sequence[np.ndarray]) -> None:
    """Figures by fold of topics, for RESULTS.md, the signs weighed by regression on the other folds: the encoder alone, with
    shared words, with the point's standing too; the sum as it is shipped (no weight of which saw a label here); words alone."""
    written: dict[str, dict[str, float]] = {}
    fold = folds_of([group.topic for group in groups])
    signs = []
    for group, table in zip(groups, tables, strict=True):
        found = lexical_signs([Point(str(i), text) for i, text in enumerate(group.points)], group.texts)
        gap = np.clip(table - best_other(table.astype(np.float64)), -FAR, FAR)
        signs.append(
            {
                "encoder": table,
                **{name: found[name] for name in LEXICAL},
                "ahead": np.maximum(gap, 0),
                "behind": np.maximum(-gap, 0),
                "as shipped": weighed("encoder", {**found, "encoder": table}).astype(np.float32),
            }
        )
    for names in (("encoder",), ("encoder", *LEXICAL), ("encoder", *LEXICAL, *STANDING), ("as shipped",), LEXICAL):
        scores: dict[tuple[str, str, str], float] = {}
        for number in range(FOLDS):
            learned = _regression(
                groups, signs, names, [g for g in range(len(groups)) if fold[groups[g].topic] != number]
            )
            for g, group in enumerate(groups):
                if fold[group.topic] == number:
                    table = sum(w * signs[g][name] for name, w in zip(names, learned.coef_[0], strict=True))
                    for p, point in enumerate(group.points):
                        for t, text in enumerate(group.texts):
                            scores[group.topic, point, text] = float(table[p, t] + learned.intercept_[0])
        found = coverage.figures(pairs, [scores[pair.group[0], pair.point, pair.argument] for pair in pairs])
        written[", ".join(names)] = {name: round(value, 3) for name, value in found.items()}
        print(", ".join(names), "|", coverage.line(found), flush=True)
    OUT_OF_FOLD.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def _regression(
    groups: Sequence[Group], signs: Sequence[dict[str, np.ndarray]], names: Sequence[str], chosen: Sequence[int]
) -> LogisticRegression:
    rows = np.concatenate([np.stack([signs[g][name].ravel() for name in names], 1) for g in chosen])
    gold = np.concatenate([groups[g].table.ravel() for g in chosen])
    decided = ~np.isnan(gold)
    return LogisticRegression(C=1.0, max_iter=1000).fit(rows[decided], gold[decided])


if __name__ == "__main__":
    main()
