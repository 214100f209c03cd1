using Lessons.Reading;

namespace Lessons.Tests.Reading;

/// <summary>
/// What an author is told. Each case changes one thing of a right lesson and lists every problem that the reader then reports,
/// as it is printed, without the file's name.
/// </summary>
public sealed class LessonReaderTests
{
    private const string Right =
        """
        id: small
        title: { en: Small, ko: 작은 레슨 }
        summary: { en: A small lesson., ko: 작은 레슨입니다. }
        network:
          inputs: [x1, x2]
          layers:
            - dense:
                units: 2
                activation: sigmoid
                kernel: [[0.3, 0.4], [0.25, 0.35]]
                bias: [0.1, 0.2]
                symbols: { z: [z1, z2], output: [h1, h2] }
            - dense:
                units: 1
                kernel: [[0.45], [0.4]]
                use-bias: false
                symbols: { output: [o1] }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 0.5 } }
        data:
          inputs: [[0.1, 0.2]]
          targets: [[0.4]]
        training:
          iterations: 2
        stages:
          forward: { en: Forward., ko: 순전파. }
        tour:
          - at: z1
            show: W1[1,1]
            text: { en: The sum z1., ko: 가중합 z1. }
        expectations:
          - section: Notes
            values:
              z1: 0.18

        """;

    private static string[] ProblemsOf(string text)
    {
        ProblemList problems = new();
        Lesson? lesson = LessonReader.Parse(text, "a.yaml", problems);
        (lesson is null).ShouldBe(problems.Count > 0, "a lesson comes without problems, and no lesson with at least one");
        return [.. problems.Sorted.Select(problem => problem.ToString()["a.yaml:".Length..])];
    }

    /// <summary>The right lesson with the first occurrence of one text changed.</summary>
    private static string With(string text, string changed)
    {
        int at = Right.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"the lesson does not hold '{text}'");
        return Right[..at] + changed + Right[(at + text.Length)..];
    }

    [Fact]
    public void Should_Read_The_Lesson_That_The_Cases_Change() => ProblemsOf(Right).ShouldBeEmpty();

    [Fact]
    public void Should_Report_All_Problems_Of_A_File_At_Once() => ProblemsOf(
        Right.Replace("units: 2", "unit: 2").Replace("ko: 작은 레슨 }", "}").Replace("0.5", "half").Replace("z1: 0.18", "z9: x"))
        .Select(problem => problem.Split(": ")[0])
        .ShouldBe(["2:8", "8:9", "8:9", "19:38", "34:11"]);

    [Fact]
    public void Should_Report_The_Shapes_Of_All_Layers_And_Of_The_Data_At_Once() => ProblemsOf(Right
        .Replace("[[0.3, 0.4], [0.25, 0.35]]", "[[0.3, 0.4]]")
        .Replace("bias: [0.1, 0.2]", "bias: [0.1]")
        .Replace("[[0.45], [0.4]]", "[[0.45], [0.4], [1]]")
        .Replace("output: [o1]", "output: [o1, o2]")
        .Replace("[[0.1, 0.2]]", "[[0.1]]")
        .Replace("[[0.4]]", "[[0.4, 0.5], [0.6, 0.7]]"))
        .Select(problem => problem.Split(": ")[0])
        .ShouldBe(["10:17", "11:15", "15:17", "17:28", "21:11", "22:12", "22:12"]);

    [Fact]
    public void Should_Not_Report_What_Follows_From_A_Wrong_Shape_Or_Count()
    {
        // z1 and the iterations are right as soon as the shape and the count are.
        ProblemsOf(With("z: [z1, z2]", "z: [z1, z2, z3]")).Length.ShouldBe(1);
        ProblemsOf(Right.Replace("iterations: 2", "iterations: two").Replace("z1: 0.18", "z1@2: 0.18")).Length.ShouldBe(1);
        ProblemsOf(Right
            .Replace("[[0.1, 0.2]]", "[[0.1, 0.2], [0.3, 0.4]]")
            .Replace("at: z1", "at: z1[2]")
            .Replace("z1: 0.18", "z1[1]: 0.18")).Length.ShouldBe(1);
    }

    [Fact]
    public void Should_Return_No_Lesson_For_What_The_Document_Refuses() =>
        ProblemsOf(With("inputs: [x1, x2]", "inputs: &names [x1, x2]"))
            .ShouldBe(["5:11: found the anchor '&names'; expected a value; remove it; write repeated values out"]);

    [Fact]
    public void Should_Count_Only_The_Problems_Of_Its_Own_File()
    {
        ProblemList problems = new();
        LessonReader.Parse("id: x\n", "bad.yaml", problems).ShouldBeNull();
        LessonReader.Parse(Right, "good.yaml", problems).ShouldNotBeNull();
    }

    [Fact]
    public void Should_Report_A_File_That_Is_Not_There()
    {
        ProblemList problems = new();
        LessonReader.Load("no-such-lesson.yaml", problems).ShouldBeNull();
        problems.ToString().ShouldBe("no-such-lesson.yaml: found no file of this name; expected a lesson file; check the path and its spelling");
    }

    [Fact]
    public void Should_Take_The_Defaults_Of_What_Is_Left_Out()
    {
        ProblemList problems = new();
        string text = Right[..Right.IndexOf("training:", StringComparison.Ordinal)];
        Lesson lesson = LessonReader.Parse(text, "a.yaml", problems).ShouldNotBeNull(problems.ToString());
        lesson.Iterations.ShouldBe(1);
        lesson.Document.ShouldBeNull();
        lesson.Stages.ShouldBeEmpty();
        lesson.Tour.ShouldBeEmpty();
        lesson.Expectations.ShouldBeEmpty();
        lesson.Plan.BatchSize.ShouldBe(1);
    }

    public sealed class UnknownMissingAndRepeatedKeys
    {
        [Theory]
        [InlineData(
            "id: small\n",
            "id: small\ndocuments: x\n",
            "2:1: found the unknown key 'documents' in the lesson; expected one of chapter, concepts, data, document, exercises, expectations, id, network, stages, summary, title, tour, training; did you mean 'document'?")]
        [InlineData(
            "id: small\n",
            "id: small\ncolor: red\n",
            "2:1: found the unknown key 'color' in the lesson; expected one of chapter, concepts, data, document, exercises, expectations, id, network, stages, summary, title, tour, training; remove it")]
        [InlineData(
            "  inputs: [x1, x2]",
            "  optimiser: sgd\n  inputs: [x1, x2]",
            "5:3: found the unknown key 'optimiser' in 'network'; expected one of inputs, layers, loss, optimizer, outputs, targets; did you mean 'optimizer'?")]
        [InlineData(
            "        units: 2\n",
            "        units: 2\n        use_bias: true\n        unit: 2\n",
            "9:9: found the key 'use_bias'; expected the key 'use-bias'; write 'use-bias'",
            "10:9: found the unknown key 'unit' in the arguments of 'dense'; expected one of activation, bias, bias-regularizer, kernel, kernel-regularizer, symbols, units, use-bias; did you mean 'units'?")]
        [InlineData(
            "{ output: [o1] }",
            "{ output: [o1], outputs: [o2] }",
            "17:18: found symbols for 'outputs', which does not exist here; there is kernel, output; expected arguments that fit 'dense'; remove or rename it")]
        [InlineData(
            "loss: half-squared-error",
            "loss: { half-squared-error: { reduce: sum } }",
            "18:33: found the unknown key 'reduce' in the arguments of 'half-squared-error'; expected one of reduction, symbols; remove it")]
        [InlineData(
            "learning-rate: 0.5",
            "learning-rate: 0.5, dampening: 0.9",
            "19:43: found the unknown key 'dampening' in the arguments of 'sgd'; expected one of clip, learning-rate, momentum, nesterov; remove it")]
        [InlineData(
            "data:\n",
            "data:\n  target: [[1]]\n",
            "21:3: found the unknown key 'target' in 'data'; expected one of inputs, targets; did you mean 'targets'?")]
        [InlineData(
            "  iterations: 2",
            "  iterations: 2\n  momentum: 2",
            "25:3: found the unknown key 'momentum' in 'training'; expected one of batch-size, early-stopping, epochs, iterations, metrics, shuffle, validation-split; remove it")]
        [InlineData(
            "  forward: {",
            "  forwards: {",
            "26:3: found the unknown key 'forwards' in 'stages'; expected one of backward, forward, loss, update; did you mean 'forward'?")]
        [InlineData(
            "en: Forward.",
            "fr: Avant., en: Forward.",
            "26:14: found the unknown key 'fr' in this mapping; expected one of en, ko; remove it")]
        [InlineData(
            "    show: W1[1,1]\n",
            "    shows: W1[1,1]\n",
            "29:5: found the unknown key 'shows' in the stop; expected one of ask, at, notes, show, text; did you mean 'show'?")]
        [InlineData(
            "  - section: Notes",
            "  - section: Notes\n    page: 3",
            "33:5: found the unknown key 'page' in the group of expectations; expected one of document, oracle, section, summary, values; remove it")]
        [InlineData(
            "z1: 0.18",
            "z1: { printed: 0.18, tolerance: 1 }",
            "34:28: found the unknown key 'tolerance' in the expectation; expected one of exact, printed; remove it")]
        [InlineData(
            "id: small\n",
            "id: small\nid: other\n",
            "2:1: found the key 'id' again (first on line 1); expected each key once; remove or rename one of the two")]
        [InlineData(
            "      z1: 0.18",
            "      z1: 0.18\n      z1: 0.2",
            "35:7: found the key 'z1' again (first on line 34); expected each key once; remove or rename one of the two")]
        [InlineData("id: small\n", "", "1:1: found no 'id' in the lesson; expected the key 'id'; add 'id: …'")]
        [InlineData(
            "title: { en: Small, ko: 작은 레슨 }\n",
            "",
            "1:1: found no 'title' in the lesson; expected the key 'title'; add 'title: …'")]
        [InlineData(
            "summary: { en: A small lesson., ko: 작은 레슨입니다. }\n",
            "",
            "1:1: found no 'summary' in the lesson; expected the key 'summary'; add 'summary: …'")]
        [InlineData("  targets: [[0.4]]\n", "", "21:3: found no 'targets' in 'data'; expected the key 'targets'; add 'targets: …'")]
        [InlineData("  loss: half-squared-error\n", "", "5:3: found no 'loss' in 'network'; expected the key 'loss'; add 'loss: …'")]
        [InlineData(
            "  optimizer: { sgd: { learning-rate: 0.5 } }\n",
            "",
            "5:3: found no 'optimizer' in 'network'; expected the key 'optimizer'; add 'optimizer: …'")]
        [InlineData("  inputs: [x1, x2]\n", "", "5:3: found no 'inputs' in 'network'; expected the key 'inputs'; add 'inputs: …'")]
        [InlineData(
            "  - section: Notes\n    values",
            "  - values",
            "32:5: found no 'section' in the group of expectations; expected the key 'section'; add 'section: …'")]
        [InlineData(
            "    values:\n      z1: 0.18\n",
            "",
            "32:5: found no 'values' in the group of expectations; expected the key 'values'; add 'values: …'")]
        public void Should_Be_Told(string text, string changed, params string[] expected) => ProblemsOf(With(text, changed)).ShouldBe(expected);
    }

    public sealed class TextsAndIds
    {
        [Theory]
        [InlineData(
            "title: { en: Small, ko: 작은 레슨 }",
            "title: { en: Small }",
            "2:8: found no Korean text (ko); expected the text in English (en) and Korean (ko); add the missing language: 'ko: …'")]
        [InlineData(
            "title: { en: Small, ko: 작은 레슨 }",
            "title: { ko: 작은 레슨 }",
            "2:8: found no English text (en); expected the text in English (en) and Korean (ko); add the missing language: 'en: …'")]
        [InlineData(
            "title: { en: Small, ko: 작은 레슨 }",
            "title: Small",
            "2:8: found 'Small'; expected the text in English (en) and Korean (ko); write it as a mapping: {en: …, ko: …}")]
        [InlineData(
            "title: { en: Small, ko: 작은 레슨 }",
            "title: { en: \" \", ko: }",
            "2:14: found the text ' '; expected a text; write a text, in quotes if it holds ': ' or ' #'",
            "2:23: found nothing; expected a text; write a text, in quotes if it holds ': ' or ' #'")]
        [InlineData(
            "text: { en: The sum z1., ko: 가중합 z1. }",
            "text: { en: The sum z1. }",
            "30:11: found no Korean text (ko); expected the text in English (en) and Korean (ko); add the missing language: 'ko: …'")]
        [InlineData(
            "    text: { en: The sum z1., ko: 가중합 z1. }\n",
            "",
            "28:5: found no 'text' in the stop; expected the key 'text'; add 'text: …'")]
        [InlineData(
            "forward: { en: Forward., ko: 순전파. }",
            "forward: { ko: 순전파. }",
            "26:12: found no English text (en); expected the text in English (en) and Korean (ko); add the missing language: 'en: …'")]
        [InlineData(
            "id: small",
            "id: Small",
            "1:5: found 'Small'; expected lower-case letters and digits, with single hyphens between them; write an id such as backprop-2-2-2")]
        [InlineData(
            "id: small",
            "id: -small",
            "1:5: found '-small'; expected lower-case letters and digits, with single hyphens between them; write an id such as backprop-2-2-2")]
        [InlineData(
            "id: small",
            "id: a lesson",
            "1:5: found 'a lesson'; expected lower-case letters and digits, with single hyphens between them; write an id such as backprop-2-2-2")]
        [InlineData("id: small", "id: \"\"", "1:5: found the text ''; expected a text; write a text, in quotes if it holds ': ' or ' #'")]
        [InlineData(
            "section: Notes",
            "section:",
            "32:13: found nothing; expected a text; write a text, in quotes if it holds ': ' or ' #'")]
        public void Should_Be_Told(string text, string changed, params string[] expected) => ProblemsOf(With(text, changed)).ShouldBe(expected);
    }

    public sealed class ValuesOfTheWrongType
    {
        [Theory]
        [InlineData(
            "network:\n  inputs",
            "network: []\nnet:\n  inputs",
            "4:10: found an empty list; expected a mapping; write {key: value}, or indented lines 'key: value'",
            "5:1: found the unknown key 'net' in the lesson; expected one of chapter, concepts, data, document, exercises, expectations, id, network, stages, summary, title, tour, training; remove it")]
        [InlineData("units: 2", "units: two", "8:16: found 'two'; expected an integer; write an integer such as 2")]
        [InlineData("units: 2", "units: 2.0", "8:16: found '2.0'; expected an integer; write it without point and exponent")]
        [InlineData("units: 2", "units: \"2\"", "8:16: found the text '2'; expected an integer; remove the quotes")]
        [InlineData("units: 2", "units: 0", "8:16: found '0'; expected an integer of at least 1; change the value")]
        [InlineData("units: 2", "units: -1", "8:16: found '-1'; expected an integer of at least 1; change the value")]
        [InlineData(
            "units: 2",
            "units: 400000000",
            "5:3: found a network that is too large; expected a network whose numbers fit in memory; use fewer units or samples")]
        [InlineData("units: 2", "units: 4000000000", "8:16: found '4000000000'; expected an integer; change the number")]
        [InlineData("use-bias: false", "use-bias: no", "16:19: found 'no'; expected true or false; write false")]
        [InlineData(
            "learning-rate: 0.5",
            "learning-rate: fast",
            "19:38: found 'fast'; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData(
            "learning-rate: 0.5",
            "learning-rate: -0.5",
            "19:38: found '-0.5'; expected a finite number of at least 0; change the value")]
        [InlineData(
            "learning-rate: 0.5",
            "learning-rate: .nan",
            "19:38: found '.nan'; expected a finite decimal number; write a finite number")]
        [InlineData(
            "learning-rate: 0.5",
            "learning-rate: .inf",
            "19:38: found '.inf'; expected a finite decimal number; write a finite number")]
        [InlineData("inputs: [x1, x2]", "inputs: 0", "5:11: found '0'; expected an integer from 1 to 1000000; change the number")]
        [InlineData("inputs: [x1, x2]", "inputs: []", "5:11: found an empty list; expected a list of names; write [a, b]")]
        [InlineData(
            "inputs: [x1, x2]",
            "inputs: [x1, 2x]",
            "5:16: found '2x'; expected a name; begin with a letter or an underscore and go on with letters, digits, underscores or dots")]
        [InlineData(
            "inputs: [x1, x2]",
            "inputs: two",
            "5:11: found 'two'; expected an integer from 1 to 1000000; write an integer such as 2")]
        [InlineData(
            "[[0.3, 0.4], [0.25, 0.35]]",
            "[[0.3, .nan], [0.25, -.inf]]",
            "10:24: found '.nan'; expected a finite decimal number; write a finite number",
            "10:38: found '-.inf'; expected a finite decimal number; write a finite number")]
        [InlineData(
            "[[0.3, 0.4], [0.25, 0.35]]",
            "[[0.3, 0.4], [0.25]]",
            "10:30: found 1 in row 2; expected 2 numbers, as in the first row; make all rows equally long")]
        [InlineData(
            "[[0.3, 0.4], [0.25, 0.35]]",
            "[[0.3, 0.4], 0.25]",
            "10:30: found '0.25'; expected row 2 as a list of numbers; write every row in brackets: [a, b]")]
        [InlineData(
            "inputs: [[0.1, 0.2]]",
            "inputs: [0.1, 0.2]",
            "21:12: found '0.1'; expected row 1 as a list of numbers; write every row in brackets: [a, b]",
            "21:17: found '0.2'; expected row 2 as a list of numbers; write every row in brackets: [a, b]")]
        [InlineData(
            "targets: [[0.4]]",
            "targets: [[0.4, nan]]",
            "22:19: found 'nan'; expected a finite decimal number; write a finite number")]
        [InlineData(
            "targets: [[0.4]]",
            "targets: []",
            "22:12: found an empty list; expected a list of rows of numbers; write [[a, b], [c, d]]")]
        [InlineData("iterations: 2", "iterations: 0", "24:15: found '0'; expected an integer from 1 to 1000000000; change the number")]
        [InlineData(
            "iterations: 2",
            "iterations: 2000000000",
            "24:15: found '2000000000'; expected an integer from 1 to 1000000000; change the number")]
        [InlineData(
            "iterations: 2",
            "iterations: two",
            "24:15: found 'two'; expected an integer from 1 to 1000000000; write an integer such as 2")]
        [InlineData(
            "iterations: 2",
            "iterations: 2\n  batch-size: 0",
            "25:15: found '0'; expected an integer of at least 1; change the number")]
        [InlineData(
            "iterations: 2",
            "iterations: 2\n  batch-size: half",
            "25:15: found 'half'; expected an integer of at least 1; write an integer such as 2")]
        [InlineData(
            "z1: 0.18",
            "z1: about 0.18",
            "34:11: found 'about 0.18'; expected a finite decimal number; write one number; put commas between the numbers of a list")]
        [InlineData("z1: 0.18", "z1: \"0.18\"", "34:11: found the text '0.18'; expected a finite decimal number; remove the quotes")]
        [InlineData("z1: 0.18", "z1:", "34:10: found nothing; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("z1: 0.18", "z1: .nan", "34:11: found '.nan'; expected a finite decimal number; write a finite number")]
        [InlineData(
            "z1: 0.18",
            "z1: [0.18]",
            "34:11: found a list of 1; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData(
            "z1: 0.18",
            "z1: { exact: true }",
            "34:11: found no 'printed' in the expectation; expected the key 'printed'; add 'printed: …'")]
        [InlineData("z1: 0.18", "z1: { printed: 0.18, exact: yes }", "34:35: found 'yes'; expected true or false; write true")]
        [InlineData(
            "tour:\n  - at: z1\n",
            "tour:\n  - z1\n  - at: z1\n",
            "28:5: found 'z1'; expected a mapping; write {key: value}, or indented lines 'key: value'")]
        [InlineData(
            "expectations:\n  - section: Notes\n    values:\n      z1: 0.18",
            "expectations:\n  z1: 0.18",
            "32:3: found a mapping of z1; expected a list; write [a, b], or lines that begin with '- '")]
        public void Should_Be_Told(string text, string changed, params string[] expected) => ProblemsOf(With(text, changed)).ShouldBe(expected);
    }

    public sealed class LayersActivationsLossesAndOptimizers
    {
        [Theory]
        [InlineData(
            "    - dense:\n        units: 2",
            "    - dens:\n        units: 2",
            "7:7: found 'dens'; expected one of activation, add, batch-normalization, concatenate, conv-1d, conv-2d, dense, dropout, embedding, flatten, global-average-pooling-1d, global-max-pooling-1d, gru, layer-normalization, lstm, max-pooling-2d, reshape, simple-rnn; did you mean 'dense'?")]
        [InlineData(
            "activation: sigmoid",
            "activation: sigmod",
            "9:21: found 'sigmod'; expected one of elu, hard-sigmoid, leaky-relu, linear, log-softmax, relu, selu, sigmoid, sign, softmax, softplus, softsign, step, swish, tanh; did you mean 'sigmoid'?")]
        [InlineData(
            "activation: sigmoid",
            "activation: cubic",
            "9:21: found 'cubic'; expected one of elu, hard-sigmoid, leaky-relu, linear, log-softmax, relu, selu, sigmoid, sign, softmax, softplus, softsign, step, swish, tanh; write one of these names")]
        [InlineData(
            "activation: sigmoid",
            "activation: { sigmoid: { slope: 1 } }",
            "9:34: found the unknown key 'slope' in the arguments of 'sigmoid'; expected no keys here; remove it")]
        [InlineData(
            "loss: half-squared-error",
            "loss: mse",
            "18:9: found 'mse'; expected one of binary-crossentropy, categorical-crossentropy, ctc, half-squared-error, huber, mean-absolute-error, mean-squared-error, sparse-categorical-crossentropy; write one of these names")]
        [InlineData(
            "loss: half-squared-error",
            "loss: { half-squared-error: { reduction: total } }",
            "18:44: found 'total'; expected one of mean, sum; write one of these names")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: adamw",
            "19:14: found 'adamw'; expected one of adagrad, adam, hebb-rule, perceptron-rule, rmsprop, sgd; did you mean 'adam'?")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { adam: { epsilon-placement: outside-root } }",
            "19:43: found 'outside-root'; expected one of keras, paper; write one of these names")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { adagrad: { epsilon-placement: InsideRoot } }",
            "19:46: found 'InsideRoot'; expected one of inside-root, outside-root; did you mean 'inside-root'?")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { adam: { beta-1: 1 } }",
            "19:32: found '1'; expected a number of at least 0 and below 1; change the value")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: { learning-rate: constant } }",
            "19:38: found no 'learning-rate' in 'constant'; expected the argument 'learning-rate'; add 'learning-rate: …' under constant")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: { learning-rate: { linear-decay: { decay: 1 } } } }",
            "19:40: found 'linear-decay'; expected one of constant, exponential-decay, inverse-time-decay, piecewise-constant, step-decay; write one of these names")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: { learning-rate: { step-decay: { initial-learning-rate: 1, drop: 0.5, every: 0 } } } }",
            "19:98: found '0'; expected an integer of at least 1; change the value")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: { learning-rate: { piecewise-constant: { boundaries: [2, 1.5], values: [1, 2, 3] } } } }",
            "19:78: found '1.5'; expected an integer; write it without point and exponent")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: { learning-rate: { piecewise-constant: { boundaries: [2, 4], values: [1, 2] } } } }",
            "19:90: found 2 values for 2 boundaries, which part 3 pieces; expected arguments that fit 'piecewise-constant'; remove or rename it")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: { learning-rate: 0.5, clip: { by-norm: { limit: 0 } } } }",
            "19:69: found '0'; expected a finite number greater than 0; change the value")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { perceptron-rule: { learning-rate: 0.5 } }",
            "19:14: found 2 dense layers in optimizer (perceptron-rule); expected a network of one dense layer, whose activation acts on each unit by itself; change the network, or take an optimizer that uses gradients")]
        [InlineData(
            "        use-bias: false\n",
            "        use-bias: false\n        bias-regularizer: l1\n",
            "17:27: found a regularizer for a bias that use-bias: false takes away; expected arguments that fit 'dense'; remove or rename it")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: sgd",
            "19:14: found no 'learning-rate' in 'sgd'; expected the argument 'learning-rate'; add 'learning-rate: …' under sgd")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: 0.5 }",
            "19:21: found '0.5'; expected the arguments of 'sgd' by name; write {sgd: {argument: 1}}")]
        [InlineData(
            "optimizer: { sgd: { learning-rate: 0.5 } }",
            "optimizer: { sgd: , learning-rate: 0.5 }",
            "19:14: found a mapping of sgd, learning-rate; expected a name, or one name with its arguments; indent the arguments under the name: {name: {argument: 1}}")]
        [InlineData("bias: [0.1, 0.2]", "bias: nines", "11:15: found 'nines'; expected one of constant, glorot-normal, glorot-uniform, he-normal, he-uniform, lecun-normal, lecun-uniform, normal, ones, orthogonal, uniform, zeros; write one of these names")]
        [InlineData(
            "        units: 2\n",
            "",
            "8:9: found no 'units' in 'dense'; expected the argument 'units'; add 'units: …' under dense")]
        [InlineData(
            "        kernel: [[0.45], [0.4]]\n",
            "",
            "14:9: found no 'kernel' in 'dense'; expected the argument 'kernel'; add 'kernel: …' under dense")]
        [InlineData(
            "        use-bias: false\n",
            "        use-bias: false\n        bias: [0.1]\n",
            "17:15: found values for a bias that use-bias: false takes away; expected arguments that fit 'dense'; remove or rename it")]
        [InlineData(
            "{ output: [o1] }",
            "{ output: [o1], bias: [b] }",
            "17:18: found symbols for 'bias', which does not exist here; there is kernel, output; expected arguments that fit 'dense'; remove or rename it")]
        [InlineData(
            "{ output: [o1] }",
            "{ output: [o1], z: [z] }",
            "17:18: found symbols for 'z', which does not exist here; there is kernel, output; expected arguments that fit 'dense'; remove or rename it")]
        [InlineData(
            "{ z: [z1, z2], output: [h1, h2] }",
            "[z1, z2]",
            "12:18: found a list of 2; expected a mapping; write {key: value}, or indented lines 'key: value'")]
        [InlineData(
            "    - dense:\n        units: 2\n        activation: sigmoid\n        kernel: [[0.3, 0.4], [0.25, 0.35]]\n        bias: [0.1, 0.2]\n        symbols: { z: [z1, z2], output: [h1, h2] }\n    - dense:\n        units: 1\n        kernel: [[0.45], [0.4]]\n        use-bias: false\n        symbols: { output: [o1] }\n",
            "    []\n",
            "7:5: found an empty list; expected a list of at least 1; write [a, b], or lines that begin with '- '")]
        public void Should_Be_Told(string text, string changed, params string[] expected) => ProblemsOf(With(text, changed)).ShouldBe(expected);
    }

    public sealed class LayersOfOtherKinds
    {
        [Theory]
        [InlineData(
            "dropout: { rate: 1 }",
            "7:24: found '1'; expected a number of at least 0 and below 1; change the value")]
        [InlineData(
            "dropout: { rate: 0.5, mask: [[1, 2]] }",
            "7:35: found a list of 1; expected rows of 0 (left out) and 1 (stays); change the value")]
        [InlineData(
            "dropout: { rate: 0.5, mask: [[1], [1, 0]] }",
            "7:41: found 2 in row 2; expected 1 numbers, as in the first row; make all rows equally long")]
        [InlineData(
            "dropout: { rate: 0.5, mask: [[1, 0, 1]], symbols: { output: a } }",
            "7:35: found values of shape 1 × 3 in layer 1 (dropout), mask; expected shape 1 × 2, a row for each sample of a batch; write as many values, in the same rows")]
        [InlineData(
            "dropout: { rate: 0.5, mask: [[1, 0]], symbols: { u: r } }",
            "7:54: found symbols for 'u', which does not exist here; there is mask, output; expected arguments that fit 'dropout'; remove or rename it")]
        [InlineData(
            "reshape: { shape: [] }",
            "7:25: found an empty list; expected an integer; write an integer such as 2")]
        [InlineData(
            "reshape: { shape: [2.5] }",
            "7:26: found '2.5'; expected an integer; write it without point and exponent")]
        [InlineData(
            "reshape: { shape: [-1, -1] }",
            "7:25: found a list of 2; expected one or more integers of at least 1, of which one may be -1: what is left; change the value")]
        [InlineData(
            "reshape: { shape: [3] }",
            "7:7: found 3 in shape 3 in layer 1 (reshape); expected a shape of 2 numbers, as many as a sample of shape 2 has; make the layers fit")]
        [InlineData(
            "embedding: { input-dim: 3, output-dim: 0 }",
            "7:46: found '0'; expected an integer of at least 1; change the value")]
        [InlineData(
            "batch-normalization: { gamma: [1, 2, 3], symbols: { output: a } }",
            "7:37: found values of shape 3 in layer 1 (batch-normalization), gamma; expected shape 2; write as many values, in the same rows")]
        [InlineData(
            "batch-normalization: { symbols: { normalized: [a], output: b } }",
            "7:53: found names of shape 1 in layer 1 (batch-normalization), symbols of normalized; expected names of shape 2; write one name for each number, in the same rows, or one name for all")]
        [InlineData(
            "batch-normalization: { symbols: { normalized: mean1, output: b } }",
            "7:53: found the name 'mean1' of layer 1, mean again in layer 1, normalized; expected every name once; give one of the two another name under 'symbols'; without symbols, layer 2 has the names W2, b2, z2 and h2 (o2 if it is the last)")]
        [InlineData(
            "add",
            "7:7: found one input in layer 1 (add); expected at least two inputs; make the layers fit")]
        [InlineData(
            "activation",
            "7:7: found no 'activation' in 'activation'; expected the argument 'activation'; add 'activation: …' under activation")]
        [InlineData(
            "global-max-pooling-1d",
            "7:7: found 1 × 2 in layer 1 (global-max-pooling-1d); expected an input of shape batch × steps × features; make the layers fit")]
        [InlineData(
            "lstm: { units: 2 }",
            "7:7: found 1 × 2 in layer 1 (lstm); expected a sequence of shape batch × time steps × features; make the layers fit")]
        [InlineData(
            "gru: { units: 0 }",
            "7:21: found '0'; expected an integer of at least 1; change the value")]
        [InlineData(
            "simple-rnn: { units: 1, symbols: { kernel: V } }",
            "7:40: found symbols for 'kernel', which does not exist here; there is W, R, x, h, b, z; expected arguments that fit 'simple-rnn'; remove or rename it")]
        [InlineData(
            "conv-2d: { filters: 1, kernel-size: [1, 2, 3] }",
            "7:43: found a list of 3; expected an integer of at least 1, or two of them: height and width; change the value")]
        [InlineData(
            "conv-2d: { filters: 1, kernel-size: 1, padding: causal }",
            "7:55: found 'causal'; expected valid or same; causal is for sequences; change the value")]
        [InlineData(
            "max-pooling-2d",
            "7:7: found 1 × 2 in layer 1 (max-pooling-2d); expected an input of shape batch × height × width × channels; make the layers fit")]
        public void Should_Be_Told(string layer, params string[] expected) => ProblemsOf(Before(layer)).ShouldBe(expected);

        [Fact]
        public void Should_Be_Told_How_Kernels_Of_Many_Axes_Are_Written() =>
            ProblemsOf(Before("reshape: { shape: [2, 1] }\n    - conv-1d: { filters: 1, kernel-size: 2, kernel: [[1], [1]] }\n    - flatten"))
                .ShouldContain(problem => problem.EndsWith(
                    "found values of shape 2 × 1 in layer 2 (conv-1d), kernel; expected shape 2 × 1 × 1; write lists in lists, one depth for each axis",
                    StringComparison.Ordinal));

        [Fact]
        public void Should_Be_Told_Which_Word_Does_Not_Exist()
        {
            string lesson = Before("embedding: { input-dim: 3, output-dim: 2, symbols: { output: a } }\n    - global-average-pooling-1d: { symbols: { output: b } }");
            ProblemsOf(lesson.Replace("[[0.1, 0.2]]", "[[2, 0]]", StringComparison.Ordinal)).ShouldBeEmpty();
            const string Rest = "; expected a whole number from 0 to 2; change the number, or the embedding's input-dim, which says how many there are";
            ProblemsOf(lesson.Replace("[[0.1, 0.2]]", "[[3, 0.5]]", StringComparison.Ordinal))
                .ShouldBe([$"23:13: found '3'{Rest}", $"23:16: found '0.5'{Rest}"]);
        }

        [Fact]
        public void Should_Be_Told_Which_Class_Does_Not_Exist()
        {
            string lesson = With("loss: half-squared-error", "loss: { sparse-categorical-crossentropy: { from-logits: true } }");
            ProblemsOf(lesson.Replace("[[0.4]]", "[[0]]", StringComparison.Ordinal)).ShouldBeEmpty();
            ProblemsOf(lesson).ShouldBe(
            [
                "22:14: found '0.4'; expected a whole number from 0 to 0; change the number, or the last layer's units, of which there is one for each class",
            ]);
        }

        private static string Before(string layer) =>
            With("    - dense:\n        units: 2", $"    - {layer}\n    - dense:\n        units: 2").Replace("show: W1[1,1]", "show: z2", StringComparison.Ordinal);
    }

    public sealed class ShapesThatDoNotFit
    {
        [Theory]
        [InlineData(
            "[[0.3, 0.4], [0.25, 0.35]]",
            "[[0.3, 0.4]]",
            "10:17: found values of shape 1 × 2 in layer 1 (dense), kernel; expected shape 2 × 2; write one row for each input and one column for each unit")]
        [InlineData(
            "[[0.3, 0.4], [0.25, 0.35]]",
            "[0.3, 0.4, 0.25, 0.35]",
            "10:17: found values of shape 4 in layer 1 (dense), kernel; expected shape 2 × 2; write one row for each input and one column for each unit")]
        [InlineData(
            "[[0.45], [0.4]]",
            "[[0.45, 0.4]]",
            "15:17: found values of shape 1 × 2 in layer 2 (dense), kernel; expected shape 2 × 1; exchange rows and columns: one row for each input and one column for each unit")]
        [InlineData(
            "bias: [0.1, 0.2]",
            "bias: [0.1, 0.2, 0.3]",
            "11:15: found values of shape 3 in layer 1 (dense), bias; expected shape 2; write one number for each unit")]
        [InlineData(
            "bias: [0.1, 0.2]",
            "bias: [[0.1, 0.2]]",
            "11:15: found values of shape 1 × 2 in layer 1 (dense), bias; expected shape 2; write one number for each unit")]
        [InlineData(
            "z: [z1, z2]",
            "z: [z1]",
            "12:23: found names of shape 1 in layer 1 (dense), symbols of z; expected names of shape 2; write one name for each number, in the same rows, or one name for all")]
        [InlineData(
            "z: [z1, z2]",
            "z: [z1, z2], kernel: [a, b, c, d]",
            "12:41: found names of shape 4 in layer 1 (dense), symbols of kernel; expected names of shape 2 × 2; write one name for each number, in the same rows, or one name for all",
            "29:11: found the unknown symbol 'W1'; expected a symbol of this lesson: x1, x2, b1, z1, z2, h1, h2, W2, o1, target_o1, E_o1, E_total …; did you mean 'x1'?")]
        [InlineData(
            "loss: half-squared-error",
            "loss: { half-squared-error: { symbols: { terms: [E_a, E_b], total: [E] } } }",
            "18:51: found names of shape 2 in loss, symbols of terms; expected names of shape 1; write one name for each number, in the same rows, or one name for all",
            "18:70: found names of shape 1 in loss, symbols of total; expected one name, not a list; write one name for each number, in the same rows, or one name for all")]
        [InlineData(
            "loss: half-squared-error",
            "targets: [t1, t2]\n  loss: half-squared-error",
            "18:12: found names of shape 2 in symbols of targets; expected names of shape 1; write one name for each number, in the same rows, or one name for all")]
        [InlineData(
            "inputs: [[0.1, 0.2]]",
            "inputs: [[0.1, 0.2, 0.3]]",
            "21:11: found rows of 3; expected rows of 2 numbers, one for each of the network's inputs; change the rows, or network.inputs")]
        [InlineData(
            "targets: [[0.4]]",
            "targets: [[0.4], [0.5]]",
            "22:12: found rows: 2; expected as many rows as the inputs have, 1; add or remove rows")]
        [InlineData(
            "targets: [[0.4]]",
            "targets: [[0.4, 0.5]]",
            "22:12: found rows of 2; expected rows of 1 numbers, one for each output of the last layer; change the rows, or the last layer's units")]
        [InlineData(
            "inputs: [x1, x2]",
            "inputs: 3",
            "10:17: found values of shape 2 × 2 in layer 1 (dense), kernel; expected shape 3 × 2; write one row for each input and one column for each unit",
            "21:11: found rows of 2; expected rows of 3 numbers, one for each of the network's inputs; change the rows, or network.inputs")]
        [InlineData(
            "units: 2",
            "units: 3",
            "10:17: found values of shape 2 × 2 in layer 1 (dense), kernel; expected shape 2 × 3; write one row for each input and one column for each unit",
            "11:15: found values of shape 2 in layer 1 (dense), bias; expected shape 3; write one number for each unit",
            "12:23: found names of shape 2 in layer 1 (dense), symbols of z; expected names of shape 3; write one name for each number, in the same rows, or one name for all",
            "12:41: found names of shape 2 in layer 1 (dense), symbols of output; expected names of shape 3; write one name for each number, in the same rows, or one name for all",
            "15:17: found values of shape 2 × 1 in layer 2 (dense), kernel; expected shape 3 × 1; write one row for each input and one column for each unit")]
        [InlineData(
            "iterations: 2",
            "iterations: 2\n  batch-size: 3",
            "25:15: found '3'; expected a divisor of the number of samples, 1; change the batch size, or leave it out to use all samples in every iteration")]
        public void Should_Be_Told(string text, string changed, params string[] expected) => ProblemsOf(With(text, changed)).ShouldBe(expected);
    }

    public sealed class NamesThatClash
    {
        [Theory]
        [InlineData(
            "output: [h1, h2]",
            "output: [z1, h2]",
            "12:42: found the name 'z1' again, first used in line 12; expected every name once; choose another name")]
        [InlineData(
            "output: [h1, h2]",
            "output: [h1, h1]",
            "12:46: found the name 'h1' again, first used in line 12; expected every name once; choose another name")]
        [InlineData(
            "{ output: [o1] }",
            "{ output: [o1], kernel: z2 }",
            "17:42: found the name 'z2' again, first used in line 12; expected every name once; choose another name")]
        [InlineData(
            "z: [z1, z2]",
            "z: [z1, W2]",
            "17:18: found the name 'W2' of layer 1, z again in layer 2, kernel; expected every name once; give one of the two another name under 'symbols'; without symbols, layer 2 has the names W2, b2, z2 and h2 (o2 if it is the last)")]
        [InlineData(
            "output: [o1]",
            "output: [alpha]",
            "17:28: found the name 'alpha' of a setting of the optimizer again in layer 2, output; expected every name once; give one of the two another name under 'symbols'; without symbols, layer 2 has the names W2, b2, z2 and h2 (o2 if it is the last)")]
        [InlineData(
            "inputs: [x1, x2]",
            "inputs: [x1, E_total]",
            "18:9: found the name 'E_total' of the inputs again in the loss, total; expected every name once; give one of the two another name under 'symbols'; without symbols, layer 2 has the names W2, b2, z2 and h2 (o2 if it is the last)")]
        [InlineData(
            "  loss: half-squared-error",
            "  targets: [o1]\n  loss: half-squared-error",
            "18:13: found the name 'o1' again, first used in line 17; expected every name once; choose another name")]
        [InlineData(
            "output: [h1, h2]",
            "output: [\"h 1\", 2h]",
            "12:42: found the text 'h 1'; expected a name; begin with a letter or an underscore and go on with letters, digits, underscores or dots",
            "12:49: found '2h'; expected a name; begin with a letter or an underscore and go on with letters, digits, underscores or dots")]
        public void Should_Be_Told(string text, string changed, params string[] expected) => ProblemsOf(With(text, changed)).ShouldBe(expected);
    }

    public sealed class QuantitiesThatLeadNowhere
    {
        [Theory]
        [InlineData(
            "at: z1",
            "at: z9",
            "28:9: found the unknown symbol 'z9'; expected a symbol of this lesson: x1, x2, W1, b1, z1, z2, h1, h2, W2, o1, target_o1, E_o1 …; did you mean 'z1'?")]
        [InlineData(
            "at: z1",
            "at: W1[1,1]",
            "28:9: found W1[1,1], which no step computes; expected a number that a step computes; stop at a number made with it, and add 'show: W1[1,1]' to look at this one there")]
        [InlineData(
            "at: z1",
            "at: dz1/dW1[1,1]",
            "28:9: found dz1/dW1[1,1], which no step computes; expected a number that a step computes; stop at a number made with it, and add 'show: dz1/dW1[1,1]' to look at this one there")]
        [InlineData(
            "at: z1",
            "at: x1",
            "28:9: found x1, which no step computes; expected a number that a step computes; stop at a number made with it, and add 'show: x1' to look at this one there")]
        [InlineData("at: z1", "at: z1[1]", "28:9: found z1[1]; expected z1, which is one number, without positions; write z1")]
        [InlineData(
            "at: z1",
            "at: z1@3",
            "28:9: found iteration 3 in z1@3; expected an iteration from 1 to 2; change the number after the @, or training.iterations")]
        [InlineData(
            "at: z1",
            "at: z1@0",
            "28:9: found iteration 0 in z1@0; expected an iteration from 1 to 2; change the number after the @, or training.iterations")]
        [InlineData(
            "at: z1",
            "at: z1@",
            "28:12: found the end in the quantity 'z1@'; expected the number of an iteration; write the iteration after the @, such as @3")]
        [InlineData("at: z1", "at:", "28:8: found nothing; expected a quantity; write a name such as h1, or a derivative such as dE/dw5")]
        [InlineData(
            "at: z1",
            "at: [z1]",
            "28:9: found a list of 1; expected a quantity; write a name such as h1, or a derivative such as dE/dw5")]
        [InlineData("  - at: z1\n    show", "  - show", "28:5: found no 'at' in the stop; expected the key 'at'; add 'at: …'")]
        [InlineData(
            "show: W1[1,1]",
            "show: W1",
            "29:11: found W1, which stands for several numbers; expected the position of one in brackets; write W1[1,1] up to W1[2,2]")]
        [InlineData(
            "show: W1[1,1]",
            "show: W1[1]",
            "29:11: found W1[1]; expected as many positions as in W1[2,2]; write W1[1,1] up to W1[2,2]")]
        [InlineData(
            "show: W1[1,1]",
            "show: W1[3,1]",
            "29:11: found W1[3,1]; expected W1[1,1] up to W1[2,2]; change the position; positions count from 1")]
        [InlineData(
            "show: W1[1,1]",
            "show: W1[0,1]",
            "29:14: found '0' in the quantity 'W1[0,1]'; expected an index of at least 1, up to 2147483647; write indices as w[2,1], counted from 1")]
        [InlineData(
            "show: W1[1,1]",
            "show: dz1/W1[1,1]",
            "29:15: found 'W' in the quantity 'dz1/W1[1,1]'; expected d or ∂; write d or ∂ before both names")]
        [InlineData(
            "show: W1[1,1]",
            "show: h1+",
            "29:11: found h1+; expected a weight, bias or state before the +; write h1; only what an update changes has a new value")]
        [InlineData(
            "show: W1[1,1]",
            "show: dE_total/dh1+",
            "29:11: found dE_total/dh1+; expected a derivative without +; leave out the +, or name a later iteration with @")]
        [InlineData(
            "show: W1[1,1]",
            "show: dE_total/dh1 via z1",
            "29:11: found dE_total/dh1 via z1; expected a part that the backward pass computes: of the loss, via a number that h1 goes into directly, where there are several; write dE_total/dh1 for all paths together")]
        [InlineData(
            "      z1: 0.18",
            "      z1: 0.18\n      q: 1",
            "35:7: found the unknown symbol 'q'; expected a symbol of this lesson: x1, x2, W1, b1, z1, z2, h1, h2, W2, o1, target_o1, E_o1 …; write one of these")]
        [InlineData(
            "      z1: 0.18",
            "      z1: 0.18\n      z1@1: 0.18",
            "35:7: found z1@1 again, first in line 34; expected every number once; remove one")]
        [InlineData(
            "      z1: 0.18",
            "      z1: 0.18\n      z1@5: 0.18",
            "35:7: found iteration 5 in z1@5; expected an iteration from 1 to 2; change the number after the @, or training.iterations")]
        [InlineData(
            "      z1: 0.18",
            "      dz1/dx1: 0.3\n      dz1 / dx1: 0.3",
            "35:7: found dz1 / dx1 again, first in line 34; expected every number once; remove one")]
        public void Should_Be_Told(string text, string changed, params string[] expected) => ProblemsOf(With(text, changed)).ShouldBe(expected);
    }
}
