using Engine.Activations;
using Engine.Clippings;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Metrics;
using Engine.Optimizers;
using Engine.Regularizers;
using Engine.Running;
using Engine.Schedules;

namespace Lessons.Schema;

/// <summary>What editors say about an argument, and which numbers it may be.</summary>
/// <param name="Text">What they say.</param>
/// <param name="Range">Which numbers; null where any will do, or where it is no number.</param>
internal sealed record ArgumentText(string Text, NumberRange? Range = null);

/// <summary>What editors say about every kind and argument. A test demands words for each.</summary>
internal static class KindTexts
{
    private static readonly Dictionary<(Type Family, string Kind), string> Kinds = new()
    {
        [(typeof(Layer), "dense")] = "Every unit is connected to every input: h = activation(x·W + b).",
        [(typeof(Layer), "activation")] = "An activation function by itself.",
        [(typeof(Layer), "flatten")] = "All numbers of a sample in one row.",
        [(typeof(Layer), "reshape")] = "The same numbers with other axes.",
        [(typeof(Layer), "dropout")] = "Leaves out a part of the numbers: x·mask/(1 − rate).",
        [(typeof(Layer), "batch-normalization")] = "γ·(x − mean)/√(variance + ε) + β, over the batch.",
        [(typeof(Layer), "layer-normalization")] = "γ·(x − mean)/√(variance + ε) + β, over the last axis of each sample.",
        [(typeof(Layer), "embedding")] = "A row of a table for each number of a word.",
        [(typeof(Layer), "global-max-pooling-1d")] = "The greatest value over time.",
        [(typeof(Layer), "global-average-pooling-1d")] = "The mean over time.",
        [(typeof(Layer), "simple-rnn")] = "h_t = activation(x_t·W + h_(t−1)·R + b), step by step through a sequence.",
        [(typeof(Layer), "lstm")] = "Long short-term memory: c_t = f∗c_(t−1) + i∗c̃, h_t = o∗tanh(c_t). Gates i, f, c, o side by side.",
        [(typeof(Layer), "gru")] = "Gated recurrent unit: h_t = z∗h_(t−1) + (1 − z)∗h̃. Gates z, r, h side by side.",
        [(typeof(Layer), "conv-1d")] = "Filters along a sequence of steps × channels.",
        [(typeof(Layer), "conv-2d")] = "Filters over a picture of height × width × channels.",
        [(typeof(Layer), "max-pooling-2d")] = "The greatest number of each window of a picture, channel by channel.",
        [(typeof(Layer), "concatenate")] = "Several inputs side by side.",
        [(typeof(Layer), "add")] = "The sum of several inputs of one shape.",

        [(typeof(Activation), "linear")] = "z itself.",
        [(typeof(Activation), "sigmoid")] = "1/(1 + exp(−z)).",
        [(typeof(Activation), "tanh")] = "tanh(z).",
        [(typeof(Activation), "relu")] = "z where positive, else 0.",
        [(typeof(Activation), "leaky-relu")] = "z where positive, else α·z.",
        [(typeof(Activation), "elu")] = "z where positive, else α(exp(z) − 1).",
        [(typeof(Activation), "selu")] = "elu scaled so that means and variances stay.",
        [(typeof(Activation), "softplus")] = "log(1 + exp(z)).",
        [(typeof(Activation), "softsign")] = "z/(1 + |z|).",
        [(typeof(Activation), "swish")] = "z·sigmoid(z).",
        [(typeof(Activation), "hard-sigmoid")] = "slope·z + 0.5, within 0 and 1.",
        [(typeof(Activation), "step")] = "1 above 0, 0 below; no gradient passes.",
        [(typeof(Activation), "sign")] = "−1, 0 or 1; no gradient passes.",
        [(typeof(Activation), "softmax")] = "exp(z1)/(exp(z1) + exp(z2) + …), along the layer.",
        [(typeof(Activation), "log-softmax")] = "The logarithm of softmax.",

        [(typeof(Loss), "half-squared-error")] = "½(target − output)² for each output, summed over the outputs.",
        [(typeof(Loss), "mean-squared-error")] = "(target − output)², the mean over outputs and batch.",
        [(typeof(Loss), "mean-absolute-error")] = "|target − output|, the mean over outputs and batch.",
        [(typeof(Loss), "huber")] = "½e² where the error e is small, straight where it is large.",
        [(typeof(Loss), "binary-crossentropy")] = "−(t·log p + (1 − t)·log(1 − p)), the mean over outputs and batch.",
        [(typeof(Loss), "categorical-crossentropy")] = "−Σ t·log p over the classes, the mean over the batch.",
        [(typeof(Loss), "sparse-categorical-crossentropy")] = "Categorical cross-entropy whose targets are one number a sample: the class, counted from 0.",
        [(typeof(Loss), "ctc")] = "−log of the probability of a label that is shorter than the sequence of predictions, times × classes.",

        [(typeof(Optimizer), "sgd")] = "w⁺ = w − α × g, where g = ∂E/∂w.",
        [(typeof(Optimizer), "adagrad")] = "a⁺ = a + g² and w⁺ = w − α × g / sqrt(a⁺ + ε).",
        [(typeof(Optimizer), "rmsprop")] = "v⁺ = ρ × v + (1 − ρ) × g² and w⁺ = w − α × g / sqrt(v⁺ + ε).",
        [(typeof(Optimizer), "adam")] = "m⁺ = β_1 × m + (1 − β_1) × g, v⁺ = β_2 × v + (1 − β_2) × g², corrected, and w⁺ = w − α × m⁺ / (sqrt(v⁺) + ε).",
        [(typeof(Optimizer), "perceptron-rule")] = "For one dense layer: w⁺ = w + α × (target − output) × x; no gradients.",
        [(typeof(Optimizer), "hebb-rule")] = "For one dense layer: w⁺ = w + α × y × x; no gradients.",

        [(typeof(Initializer), "zeros")] = "0 everywhere.",
        [(typeof(Initializer), "ones")] = "1 everywhere.",
        [(typeof(Initializer), "constant")] = "The same number everywhere.",
        [(typeof(Initializer), "uniform")] = "Spread evenly from minimum to maximum.",
        [(typeof(Initializer), "normal")] = "Normally distributed around mean.",
        [(typeof(Initializer), "glorot-uniform")] = "Spread evenly, variance 2/(inputs + units).",
        [(typeof(Initializer), "glorot-normal")] = "Normally distributed, variance 2/(inputs + units).",
        [(typeof(Initializer), "he-uniform")] = "Spread evenly, variance 2/inputs.",
        [(typeof(Initializer), "he-normal")] = "Normally distributed, variance 2/inputs.",
        [(typeof(Initializer), "lecun-uniform")] = "Spread evenly, variance 1/inputs.",
        [(typeof(Initializer), "lecun-normal")] = "Normally distributed, variance 1/inputs.",
        [(typeof(Initializer), "orthogonal")] = "Rows, or columns where these are fewer, at right angles.",

        [(typeof(Schedule), "constant")] = "The same learning rate in every update; what a plain number means.",
        [(typeof(Schedule), "step-decay")] = "α = α_0 × drop^floor((t + offset) / every).",
        [(typeof(Schedule), "exponential-decay")] = "α = α_0 × decay_rate^(t / decay_steps).",
        [(typeof(Schedule), "inverse-time-decay")] = "α = α_0 / (1 + decay × t).",
        [(typeof(Schedule), "piecewise-constant")] = "The first value while the count of updates is at most the first boundary, then the second, and so on.",

        [(typeof(Clipping), "by-value")] = "Each number by itself, to within −limit and limit.",
        [(typeof(Clipping), "by-norm")] = "Each kernel and each bias by itself, to a norm of limit.",
        [(typeof(Clipping), "by-global-norm")] = "All gradients together, to a norm of limit.",

        [(typeof(Regularizer), "l1")] = "l1 × Σ|w|.",
        [(typeof(Regularizer), "l2")] = "l2 × Σw².",
        [(typeof(Regularizer), "l1-l2")] = "l1 × Σ|w| + l2 × Σw².",
        [(typeof(Regularizer), "elastic")] = "alpha × r × Σ|w| + ½ × alpha × (1 − r) × Σw².",

        [(typeof(Metric), "binary-accuracy")] = "The share of outputs on the right side of a threshold.",
        [(typeof(Metric), "subset-accuracy")] = "Whether all outputs of a sample are on the right side of a threshold.",
        [(typeof(Metric), "categorical-accuracy")] = "Whether the greatest output is where the greatest target is.",
        [(typeof(Metric), "sparse-categorical-accuracy")] = "Whether the greatest output is where the target's number says.",
        [(typeof(Metric), "mean-absolute-error")] = "The distance of outputs and targets.",

        [(typeof(EarlyStopping), "early-stopping")] = "Ends the training when it no longer gets better.",
    };

    /// <summary>The words for an argument's name in every kind that takes it, unless the kind has its own.</summary>
    private static readonly Dictionary<string, ArgumentText> Arguments = new()
    {
        ["activation"] = new("The activation function."),
        ["use-bias"] = new("Whether there are biases."),
        ["kernel"] = new("The first weights: numbers written out, or an initializer; glorot-uniform where left out."),
        ["bias"] = new("The first biases: a list of numbers, one a unit, or an initializer; zeros where left out. Not with 'use-bias: false'."),
        ["kernel-regularizer"] = new("A penalty on the size of the kernel's numbers, added to the loss."),
        ["recurrent-regularizer"] = new("A penalty on the size of the recurrent kernel's numbers, added to the loss."),
        ["bias-regularizer"] = new("A penalty on the size of the biases, added to the loss."),
        ["symbols"] = new("Names for the numbers that this hands on: 'output'."),
        ["units"] = new("How many units there are.", NumberRange.AtLeastOne),
        ["filters"] = new("How many filters there are.", NumberRange.AtLeastOne),
        ["kernel-size"] = new("The length of a window, at least 1; of pictures also [height, width].", NumberRange.AtLeastOne),
        ["strides"] = new("From a window to the next, at least 1; of pictures also [height, width].", NumberRange.AtLeastOne),
        ["padding"] = new("valid: windows stay inside; same: as many windows as steps, where the stride is 1; causal, of sequences: no window sees what comes later."),
        ["pool-size"] = new("The size of a window, at least 1, or [height, width]; 2 where left out.", NumberRange.AtLeastOne),
        ["shape"] = new("The axes of a sample: integers of at least 1, one of which may be -1: what is left.", new NumberRange(Least: -1)),
        ["rate"] = new("The part that is left out, at least 0 and below 1.", NumberRange.BelowOne),
        ["seed"] = new("One seed gives the same numbers in every run."),
        ["mask"] = new("Rows of 0 and 1, one for each sample of a batch, instead of drawing."),
        ["momentum"] = new("How much of the last step is kept, from 0 to 1.", NumberRange.Share),
        ["epsilon"] = new("ε, a small number that keeps the division defined.", NumberRange.NotNegative),
        ["center"] = new("Whether there is β."),
        ["scale"] = new("Whether there is γ."),
        ["gamma"] = new("The first γ: a list of numbers, one a feature, or an initializer; ones where left out."),
        ["beta"] = new("The first β: a list of numbers, one a feature, or an initializer; zeros where left out."),
        ["moving-mean"] = new("The running mean at the start; zeros where left out."),
        ["moving-variance"] = new("The running variance at the start; ones where left out."),
        ["input-dim"] = new("How many words there are.", NumberRange.AtLeastOne),
        ["output-dim"] = new("The length of a row.", NumberRange.AtLeastOne),
        ["embeddings"] = new("The first table: rows of numbers, input-dim × output-dim, or an initializer; evenly from -0.05 to 0.05 where left out."),
        ["recurrent-kernel"] = new("The first recurrent weights, units × units (for lstm 4, for gru 3 side by side), or an initializer; orthogonal where left out."),
        ["recurrent-activation"] = new("The activation of the gates; sigmoid where left out."),
        ["return-sequences"] = new("Whether the states of all time steps are handed on, not only the last."),
        ["unit-forget-bias"] = new("Whether the biases of f begin at 1, unless 'bias' is a list."),
        ["reset-after"] = new("true: h̃ = tanh(x·Wh + bh + r∗(h·Rh + bRh)), with two rows of biases; false: h̃ = tanh(x·Wh + (r∗h)·Rh + bh)."),
        ["axis"] = new("Along which axis: 1 is the first axis of a sample, -1 the last; not 0."),

        ["alpha"] = new("α, the slope or height below 0."),
        ["slope"] = new("The slope in the middle."),
        ["value-at-zero"] = new("What the step is at 0."),

        ["reduction"] = new("Over the samples of a batch: their mean or their sum."),
        ["delta"] = new("Where small ends, greater than 0.", NumberRange.Positive),
        ["from-logits"] = new("true: outputs are logits, not probabilities."),
        ["clip-epsilon"] = new("How near to 0 and 1 probabilities may come, at least 0 and below 0.5.", new NumberRange(Least: 0, Below: 0.5)),
        ["log-epsilon"] = new("Added inside the logarithms, at least 0.", NumberRange.NotNegative),
        ["normalize"] = new("true: probabilities are divided by their sum first."),
        ["labels"] = new("The most symbols of a label.", NumberRange.NotNegative),
        ["blank"] = new("The class that stands for no symbol; -1 for the last."),

        ["learning-rate"] = new("The learning rate α: a number of at least 0, or a schedule."),
        ["nesterov"] = new("true: with momentum, w⁺ = w + μ × v⁺ − α × g."),
        ["clip"] = new("Makes gradients smaller that are too large."),
        ["initial-accumulator"] = new("The first a, at least 0.", NumberRange.NotNegative),
        ["epsilon-placement"] = new("inside-root: sqrt(… + ε); outside-root: sqrt(…) + ε."),
        ["rho"] = new("ρ, at least 0 and below 1.", NumberRange.BelowOne),
        ["centered"] = new("true: v⁺ − m⁺² in place of v⁺, where m⁺ = ρ × m + (1 − ρ) × g."),
        ["beta-1"] = new("β_1, at least 0 and below 1.", NumberRange.BelowOne),
        ["beta-2"] = new("β_2, at least 0 and below 1.", NumberRange.BelowOne),
        ["amsgrad"] = new("true: the largest v⁺ so far in place of v⁺."),
        ["signal"] = new("What y is: the target or the output."),

        ["value"] = new("The number."),
        ["minimum"] = new("The least number."),
        ["maximum"] = new("The greatest number, at least the minimum."),
        ["mean"] = new("The mean."),
        ["standard-deviation"] = new("The standard deviation, at least 0.", NumberRange.NotNegative),
        ["gain"] = new("The length of the rows or columns."),

        ["initial-learning-rate"] = new("α_0, at least 0.", NumberRange.NotNegative),
        ["drop"] = new("By what the rate is multiplied at each step, greater than 0.", NumberRange.Positive),
        ["every"] = new("How many updates a step has.", NumberRange.AtLeastOne),
        ["offset"] = new("How many updates the first step is shorter.", NumberRange.NotNegative),
        ["decay-steps"] = new("After how many updates the rate is multiplied by decay-rate.", NumberRange.AtLeastOne),
        ["decay-rate"] = new("By what the rate is multiplied, greater than 0.", NumberRange.Positive),
        ["staircase"] = new("true: the exponent is rounded down."),
        ["decay"] = new("How fast the rate falls, at least 0.", NumberRange.NotNegative),
        ["boundaries"] = new("Ascending counts of updates."),
        ["values"] = new("Learning rates of at least 0, one more than boundaries.", NumberRange.NotNegative),

        ["limit"] = new("The limit, greater than 0.", NumberRange.Positive),

        ["l1"] = new("The factor of Σ|w|, at least 0.", NumberRange.NotNegative),
        ["l2"] = new("The factor of Σw², at least 0.", NumberRange.NotNegative),
        ["half"] = new("true: half of it, as many textbooks have it."),
        ["l1-ratio"] = new("r, from 0 to 1.", NumberRange.Share),

        ["threshold"] = new("The threshold."),
        ["classes"] = new("How many outputs a step has, for sequences; 0: all outputs.", NumberRange.NotNegative),

        ["watch"] = new("What has to get better; a metric is the first of 'metrics'."),
        ["patience"] = new("How many epochs in a row may be no better.", NumberRange.NotNegative),
        ["minimum-delta"] = new("By how much an epoch must be better to count, at least 0.", NumberRange.NotNegative),
        ["restore-best"] = new("true: the result of the training is the state after the best epoch."),
    };

    /// <summary>The words for arguments that a kind means differently.</summary>
    private static readonly Dictionary<(Type Family, string Kind, string Argument), ArgumentText> Own = new()
    {
        [(typeof(Layer), "dense", "kernel")] = new("The first weights: rows of numbers, inputs × units (row i holds the weights that leave input i), or an initializer."),
        [(typeof(Layer), "dense", "activation")] = new("The activation function; linear where left out."),
        [(typeof(Layer), "dense", "symbols")] = new("Names for 'kernel', 'bias', 'z' and 'output'."),
        [(typeof(Layer), "conv-1d", "activation")] = new("The activation function; linear where left out."),
        [(typeof(Layer), "conv-1d", "symbols")] = new("Names for 'kernel', 'bias', 'z' and 'output'."),
        [(typeof(Layer), "conv-2d", "activation")] = new("The activation function; linear where left out."),
        [(typeof(Layer), "conv-2d", "symbols")] = new("Names for 'kernel', 'bias', 'z' and 'output'."),
        [(typeof(Layer), "simple-rnn", "activation")] = new("The activation function; tanh where left out."),
        [(typeof(Layer), "simple-rnn", "symbols")] = new("Names for 'W', 'R', 'b', 'x', 'z', 'h' and 'sequence'."),
        [(typeof(Layer), "lstm", "activation")] = new("The activation function; tanh where left out."),
        [(typeof(Layer), "lstm", "symbols")] = new("Names for 'x', 'i', 'f', 'ctilde', 'o', 'c', 'h', 'sequence', and for each gate 'Wi', 'Ri', 'bi', 'zi' and so on."),
        [(typeof(Layer), "gru", "activation")] = new("The activation function; tanh where left out."),
        [(typeof(Layer), "gru", "symbols")] = new("Names for 'x', 'z', 'r', 'htilde', 'h', 'sequence', and for each gate 'Wz', 'Rz', 'bz', 'zz' and so on."),
        [(typeof(Layer), "dropout", "symbols")] = new("Names for 'u' (what is drawn), 'mask' and 'output'."),
        [(typeof(Layer), "embedding", "symbols")] = new("Names for 'embeddings' and 'output'."),
        [(typeof(Layer), "batch-normalization", "momentum")] = new("How much of the running mean stays, from 0 to 1.", NumberRange.Share),
        [(typeof(Layer), "batch-normalization", "symbols")] = new(
            "Names for 'mean', 'centered', 'variance', 'normalized', 'gamma', 'beta', 'output', 'moving-mean' and 'moving-variance'."),
        [(typeof(Layer), "layer-normalization", "symbols")] = new("Names for 'mean', 'centered', 'variance', 'normalized', 'gamma', 'beta' and 'output'."),
        [(typeof(Layer), "global-max-pooling-1d", "symbols")] = new("Names for 'position' (when the greatest value is, from 0) and 'output'."),
        [(typeof(Layer), "max-pooling-2d", "symbols")] = new("Names for 'position' (where in its window the greatest number is, from 0) and 'output'."),
        [(typeof(Layer), "max-pooling-2d", "strides")] = new("From a window to the next, at least 1, or [height, width]; the pool size where left out.", NumberRange.AtLeastOne),
        [(typeof(Optimizer), "adam", "epsilon-placement")] = new(
            "keras: the step size is corrected, alpha_t; paper: the moments are, m̂ and v̂."),
        [(typeof(Regularizer), "elastic", "alpha")] = new("The factor of the whole penalty, at least 0.", NumberRange.NotNegative),
        [(typeof(Schedule), "constant", "learning-rate")] = new("The learning rate, at least 0.", NumberRange.NotNegative),
    };

    /// <summary>The words for the symbols of every loss.</summary>
    private static readonly ArgumentText LossSymbols = new("Names for 'terms' and 'total'.");

    /// <summary>What a kind is.</summary>
    public static string Of(Type family, string kind) => Kinds.GetValueOrDefault((family, kind), "");

    /// <summary>What an argument is.</summary>
    public static ArgumentText Of(Type family, string kind, string argument) =>
        Own.GetValueOrDefault((family, kind, argument))
        ?? (family == typeof(Loss) && argument == "symbols" ? LossSymbols : Arguments.GetValueOrDefault(argument) ?? new ArgumentText(""));
}
