using System.Collections.Immutable;
using System.Globalization;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;
using Lessons.Reading;
using Lessons.Variations;

namespace Lessons.Tests.Variations;

public sealed class VariationTests
{
    private static readonly Lesson Worked = LessonLibrary.Find("backprop-2-2-2").ShouldNotBeNull();

    private static readonly Lesson Xor = Read(
        """
        network:
          inputs: [x1, x2]
          layers:
            - dense:
                units: 2
                activation: sigmoid
                kernel: [[0.9, 0.4], [-0.6, 1.1]]
                bias: [0.1, -0.2]
                symbols: { kernel: [[w1, w3], [w2, w4]], bias: [b1, b2], z: [z1, z2], output: [h1, h2] }
            - dense:
                units: 1
                activation: sigmoid
                kernel: [[0.8], [-1.2]]
                bias: [0.3]
                symbols: { kernel: [[w5], [w6]], bias: [b3], z: [z3], output: [o1] }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 0.5 } }
        data:
          inputs: [[0, 0], [0, 1], [1, 0], [1, 1]]
          targets: [[0], [1], [1], [0]]
        training: { iterations: 40, batch-size: 1 }
        """);

    private static readonly Lesson Drawn = Read(
        """
        network:
          inputs: 3
          layers:
            - dense: { units: 4, activation: tanh, kernel: glorot-uniform }
            - dropout: { rate: 0.25, seed: 7 }
            - dense: { units: 3, activation: relu, kernel: { he-normal: { seed: 5 } }, bias: { normal: { standard-deviation: 0.1 } } }
            - dense: { units: 2, activation: softmax, kernel: { glorot-uniform: { seed: 2 } } }
          loss: categorical-crossentropy
          optimizer: { adam: { learning-rate: 0.01 } }
        data:
          inputs: [[0.1, 0.2, 0.3], [0.9, -0.4, 0.2], [-0.5, 0.3, 0.8], [0.4, 0.4, -0.9]]
          targets: [[1, 0], [0, 1], [1, 0], [0, 1]]
        training: { epochs: 10, batch-size: 2, shuffle: 3 }
        """);

    private static readonly Lesson TwoSided = Read(
        """
        network:
          inputs: { a: [a1, a2], b: 1 }
          layers:
            - { dense: { units: 2, activation: tanh, kernel: [[0.1, 0.2], [0.3, 0.4]] }, name: left, inputs: a }
            - { dense: { units: 2, activation: relu, kernel: [[0.5, 0.6]] }, name: right, inputs: b }
            - { concatenate: {}, name: both, inputs: [left, right] }
            - { dense: { units: 1, kernel: [[0.1], [0.2], [0.3], [0.4]] }, name: one, inputs: both }
            - { dense: { units: 1, activation: sigmoid, kernel: [[0.1], [0.2], [0.3], [0.4]] }, name: two, inputs: both }
          outputs:
            one: { loss: mean-squared-error }
            two: { loss: mean-squared-error, weight: 0.5 }
          optimizer: { sgd: { learning-rate: 0.1, momentum: 0.5 } }
        data:
          inputs:
            a: [[1, 2], [3, 4]]
            b: [[5], [6]]
          targets:
            one: [[0], [1]]
            two: [[1], [0]]
        training: { iterations: 5, batch-size: 1 }
        """);

    private static Lesson Read(string body)
    {
        ProblemList problems = new();
        return LessonReader.Parse($"id: a\ntitle: {{ en: A, ko: 가 }}\nsummary: {{ en: A., ko: 가. }}\n{body}\n", "a.yaml", problems)
            .ShouldNotBeNull(problems.ToString());
    }

    private static Variation Apply(Lesson lesson, string text, int? iteration = null)
    {
        Variation.TryApply(lesson, text, out Variation? variation, out ImmutableArray<QuantityError> problems, iteration: iteration)
            .ShouldBeTrue(string.Join('\n', problems));
        problems.ShouldBeEmpty();
        return variation.ShouldNotBeNull();
    }

    private static string[] ProblemsOf(Lesson lesson, string text, int? iteration = null)
    {
        Variation.TryApply(lesson, text, out Variation? variation, out ImmutableArray<QuantityError> problems, iteration: iteration).ShouldBeFalse();
        variation.ShouldBeNull();
        problems.ShouldNotBeEmpty();
        return [.. problems.Select(problem => problem.ToString())];
    }

    private static double ValueOf(Timeline line, string quantity, int iteration)
    {
        new QuantityResolver(line.Plan, line.Iterations, line.FirstIteration)
            .TryResolve(quantity, iteration, out ResolvedQuantity? resolved, out QuantityError? error).ShouldBeTrue(error?.ToString());
        return resolved!.ValueIn(line.At(iteration));
    }

    private static double ValueOf(Lesson lesson, string quantity, int? iteration = null) =>
        ValueOf(lesson.NewTimeline(), quantity, iteration ?? lesson.Training.FirstIteration);

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    public sealed class Numbers
    {
        [Fact]
        public void Should_Set_A_Weight_By_Its_Name()
        {
            Variation variation = Apply(Worked, "w5 = 0.2");
            variation.Title.ShouldBe("w5 = 0.2");
            variation.FirstIteration.ShouldBe(1);
            variation.HasSameSteps.ShouldBeTrue();
            ValueOf(variation.Lesson, "w5").ShouldBe(0.2);
            ValueOf(variation.Lesson, "w6").ShouldBe(0.4);

            // By hand: h1, h2 as in the document, z3 = 0.2 h1 + 0.4 h2.
            ValueOf(variation.Lesson, "z3").ShouldBe((0.2 * Sigmoid(0.08)) + (0.4 * Sigmoid(0.11)), 1e-15);
            ValueOf(Worked, "w5").ShouldBe(0.45, "the original stays");
        }

        [Fact]
        public void Should_Set_A_Weight_In_The_Middle_Of_A_Training()
        {
            Timeline original = Xor.NewTimeline();
            Variation variation = Apply(Xor, "w5 = -0.25; b3 = 1e-3", 11);
            Timeline branch = variation.Lesson.NewTimeline();
            branch.FirstIteration.ShouldBe(11);
            branch.Iterations.ShouldBe(40);
            ValueOf(branch, "w5", 11).ShouldBe(-0.25);
            ValueOf(branch, "b3", 11).ShouldBe(0.001);
            ValueOf(branch, "w6", 11).ShouldBe(ValueOf(original, "w6", 11));

            // Iteration 11 sees the third sample, 1 and 0.
            double h1 = Sigmoid(ValueOf(original, "w1", 11) + ValueOf(original, "b1", 11));
            double h2 = Sigmoid(ValueOf(original, "w3", 11) + ValueOf(original, "b2", 11));
            ValueOf(branch, "o1", 11).ShouldBe(Sigmoid((-0.25 * h1) + (ValueOf(original, "w6", 11) * h2) + 0.001), 1e-14);
            variation.Title.ShouldBe("w5 = -0.25, b3 = 1e-3");
        }

        [Fact]
        public void Should_Set_What_The_Iteration_Sees_Of_The_Data()
        {
            Lesson changed = Apply(Xor, "x1 = 0.25; target_o1 = 0.9", 6).Lesson;
            Timeline line = changed.NewTimeline();

            // The second sample, in iterations 6, 10, 14 …
            ValueOf(line, "x1", 6).ShouldBe(0.25);
            ValueOf(line, "x2", 6).ShouldBe(1);
            ValueOf(line, "target_o1", 6).ShouldBe(0.9);
            ValueOf(line, "x1", 10).ShouldBe(0.25);
            ValueOf(line, "x1", 7).ShouldBe(1);
            ValueOf(line, "x1", 8).ShouldBe(1);
            ValueOf(line, "x1", 9).ShouldBe(0);
        }

        [Fact]
        public void Should_Set_One_Of_Several_Samples_Where_Rows_Are_Shuffled()
        {
            int row = Drawn.Training.RowsOf(4)[1];
            Lesson changed = Apply(Drawn, "x[2,3] = 0.75; t[2,1] = 0.5", 4).Lesson;
            changed.Training.Inputs[0][row, 2].ShouldBe(0.75);
            changed.Training.Targets[0][row, 0].ShouldBe(0.5);
            changed.Training.Inputs[0].Values.ToArray().Zip(Drawn.Training.Inputs[0].Values.ToArray()).Count(pair => pair.First != pair.Second).ShouldBe(1);
            ValueOf(changed, "x[2,3]").ShouldBe(0.75);
        }

        [Fact]
        public void Should_Find_The_Right_One_Of_Several_Inputs_And_Outputs()
        {
            Lesson changed = Apply(TwoSided, "a2 = 20; b = 50; t_two = 0.5", 2).Lesson;
            changed.Training.Inputs[0].Values.ToArray().ShouldBe([1, 2, 3, 20]);
            changed.Training.Inputs[1].Values.ToArray().ShouldBe([5, 50]);
            changed.Training.Targets[0].Values.ToArray().ShouldBe([0, 1]);
            changed.Training.Targets[1].Values.ToArray().ShouldBe([1, 0.5]);
        }
    }

    public sealed class SettingsOfTheTraining
    {
        [Theory]
        [InlineData("alpha = 0.1")]
        [InlineData("α = 0.1")]
        [InlineData("learning-rate=0.1;")]
        [InlineData("  alpha  =  0.1  ")]
        public void Should_Set_The_Learning_Rate(string text)
        {
            Variation variation = Apply(Worked, text);
            variation.Title.ShouldBe("α = 0.1");
            variation.HasSameSteps.ShouldBeTrue();

            // The document's gradient at w5 is 0.02592286.
            ValueOf(variation.Lesson, "w5+").ShouldBe(0.45 - (0.1 * 0.02592286), 1e-9);
        }

        [Fact]
        public void Should_Set_What_Else_The_Optimizer_Takes()
        {
            Lesson changed = Apply(TwoSided, "momentum = 0.25; alpha = 0.5").Lesson;
            ValueOf(changed, "mu").ShouldBe(0.25);
            ValueOf(Apply(changed, "mu = 0.75").Lesson, "mu").ShouldBe(0.75);
            ValueOf(Apply(Drawn, "beta-1 = 0.5").Lesson, "beta_1").ShouldBe(0.5);
            ValueOf(Apply(Drawn, "beta_2 = 0.5").Lesson, "beta_2").ShouldBe(0.5);
        }

        [Fact]
        public void Should_Change_The_Optimizer_And_Begin_Its_Slots_Anew()
        {
            Variation variation = Apply(Xor, "optimizer = adam(learning-rate: 0.01, beta-1: 0.8)", 9);
            variation.HasSameSteps.ShouldBeFalse();
            variation.Title.ShouldBe("optimizer = adam(learning-rate: 0.01, beta-1: 0.8)");
            Timeline original = Xor.NewTimeline();
            Timeline branch = variation.Lesson.NewTimeline();
            ValueOf(branch, "w5", 9).ShouldBe(ValueOf(original, "w5", 9));
            ValueOf(branch, "m_w5", 9).ShouldBe(0);
            ValueOf(branch, "t", 9).ShouldBe(0);

            // Adam's first step is the learning rate against the gradient's sign, but for epsilon.
            double gradient = ValueOf(original, "dE_total/dw5", 9);
            ValueOf(branch, "w5+", 9).ShouldBe(ValueOf(original, "w5", 9) - (0.01 * Math.Sign(gradient)), 1e-5);
        }

        [Fact]
        public void Should_Keep_The_Slots_Of_The_Same_Optimizer_Only()
        {
            Timeline original = TwoSided.NewTimeline();
            double velocity = ValueOf(original, "v_W1[1,1]", 4);
            velocity.ShouldNotBe(0);
            ValueOf(Apply(TwoSided, "alpha = 0.01", 4).Lesson, "v_W1[1,1]").ShouldBe(velocity);

            // A mean of squares has the same name, but is no velocity.
            ValueOf(Apply(TwoSided, "optimizer = rmsprop", 4).Lesson, "v_W1[1,1]").ShouldBe(0);
            Timeline adam = Drawn.NewTimeline();
            Timeline changed = Apply(Drawn, "alpha = 0.5", 7).Lesson.NewTimeline();
            ValueOf(changed, "updates", 7).ShouldBe(6);
            ValueOf(changed, "m_W1[1,1]", 7).ShouldBe(ValueOf(adam, "m_W1[1,1]", 7));
        }

        [Fact]
        public void Should_Take_The_Present_Learning_Rate_Where_One_Must_Be_Given() =>
            ValueOf(Apply(Drawn, "optimizer = sgd").Lesson, "alpha").ShouldBe(0.01);

        [Fact]
        public void Should_Read_Arguments_As_Lessons_Write_Them()
        {
            ValueOf(Apply(Worked, "optimizer = {sgd: {learning-rate: 0.25}}").Lesson, "alpha").ShouldBe(0.25);
            ValueOf(Apply(Worked, "optimizer = sgd(learning-rate: step-decay(initial-learning-rate: 0.25, drop: 0.5, every: 1))").Lesson, "alpha_0").ShouldBe(0.25);
            Variation scheduled = Apply(Worked, "alpha = { step-decay: {initial-learning-rate: 0.25, drop: 0.5, every: 1} }");
            scheduled.HasSameSteps.ShouldBeFalse("the learning rate is a step now");
            scheduled.Title.ShouldBe("α = step-decay(initial-learning-rate: 0.25, drop: 0.5, every: 1)");
            ValueOf(Apply(scheduled.Lesson, "alpha = 0.75").Lesson, "alpha").ShouldBe(0.75);
        }

        [Fact]
        public void Should_Change_The_Activations_Of_Hidden_Layers()
        {
            Variation variation = Apply(Worked, "activation = tanh");
            ValueOf(variation.Lesson, "h1").ShouldBe(Math.Tanh(0.08), 1e-15);
            ValueOf(variation.Lesson, "o1").ShouldBe(Sigmoid((0.45 * Math.Tanh(0.08)) + (0.4 * Math.Tanh(0.11))), 1e-15);
            variation.HasSameSteps.ShouldBeFalse();
            Lesson sides = Apply(TwoSided, "activation = sigmoid").Lesson;
            ValueOf(sides, "h1[1]").ShouldBe(Sigmoid(0.7), 1e-15);
            ValueOf(sides, "h2[1]").ShouldBe(Sigmoid(2.5), 1e-15);
            ValueOf(sides, "o4").ShouldBe(ValueOf(sides, "h1[1]") * 0.1 + ValueOf(sides, "h1[2]") * 0.2 + ValueOf(sides, "h2[1]") * 0.3 + ValueOf(sides, "h2[2]") * 0.4, 1e-14);
        }

        [Fact]
        public void Should_Change_The_Activation_Of_One_Layer()
        {
            ValueOf(Apply(Worked, "activation[1] = leaky-relu(alpha: 0.5); w1 = -3").Lesson, "h1").ShouldBe(0.5 * ((-3 * 0.1) + 0.05), 1e-15);
            Lesson linear = Apply(Worked, "activation[2] = linear").Lesson;
            ValueOf(linear, "o1").ShouldBe((0.45 * Sigmoid(0.08)) + (0.4 * Sigmoid(0.11)), 1e-15);
            ValueOf(Apply(TwoSided, "activation[4] = tanh").Lesson, "o4").ShouldBe(Math.Tanh(ValueOf(TwoSided, "o4")), 1e-14);
        }

        [Fact]
        public void Should_Change_The_Loss_And_Keep_Its_Names()
        {
            Lesson changed = Apply(Worked, "loss = mean-squared-error").Lesson;
            double first = 0.4 - ValueOf(changed, "o1");
            double second = 0.6 - ValueOf(changed, "o2");
            ValueOf(changed, "E_total").ShouldBe(((first * first) + (second * second)) / 2, 1e-15);
            Lesson both = Apply(TwoSided, "loss = half-squared-error").Lesson;
            both.Fitting.Network.Outputs.ShouldAllBe(output => output.Loss is Engine.Losses.HalfSquaredError);
            both.Fitting.Network.Outputs[1].Weight.ShouldBe(0.5);
        }

        [Fact]
        public void Should_Change_How_Many_Iterations_There_Are()
        {
            Apply(Xor, "iterations = 500").Lesson.Iterations.ShouldBe(500);
            Apply(Drawn, "iterations = 7", 7).Lesson.Iterations.ShouldBe(7);
            Apply(Worked, "iterations = 1").Lesson.Tour.ShouldAllBe(stop => stop.At.Iteration == 1);
        }

        [Fact]
        public void Should_Stop_Early_Where_The_Branch_Does()
        {
            Lesson stopped = Read(
                """
                network:
                  inputs: 1
                  layers: [{ dense: { units: 1, use-bias: false, kernel: [[1]] } }]
                  loss: half-squared-error
                  optimizer: { sgd: { learning-rate: 0.5 } }
                data: { inputs: [[1]], targets: [[0]] }
                training: { epochs: 50, early-stopping: { watch: training-loss, minimum-delta: 0.03 } }
                """);

            // The weight halves: losses 1/2, 1/8, 1/32, 1/128; the fourth is less than 0.03 better.
            stopped.Iterations.ShouldBe(4);

            // From 10 in iteration 3: 50, 12.5, 3.125, 0.78, 0.195, 0.0488, 0.0122; and the next, the tenth, is not better by 0.03.
            Apply(stopped, "W1 = 10", 3).Lesson.Iterations.ShouldBe(10);
        }
    }

    public sealed class SeedsOfALesson
    {
        private static double[] FirstWeights(Lesson lesson) => [.. lesson.Training.InitialState().Values];

        [Fact]
        public void Should_Keep_Their_Distance()
        {
            Lesson changed = Apply(Drawn, "seed = 2").Lesson;
            changed.Training.ShuffleSeed.ShouldBe(5);
            changed.Plan.Noises.Single().Seed.ShouldBe(9);
            Lesson written = Read(
                """
                network:
                  inputs: 3
                  layers:
                    - dense: { units: 4, activation: tanh, kernel: { glorot-uniform: { seed: 2 } } }
                    - dropout: { rate: 0.25, seed: 9 }
                    - dense: { units: 3, activation: relu, kernel: { he-normal: { seed: 7 } }, bias: { normal: { standard-deviation: 0.1, seed: 2 } } }
                    - dense: { units: 2, activation: softmax, kernel: { glorot-uniform: { seed: 4 } } }
                  loss: categorical-crossentropy
                  optimizer: { adam: { learning-rate: 0.01 } }
                data:
                  inputs: [[0.1, 0.2, 0.3], [0.9, -0.4, 0.2], [-0.5, 0.3, 0.8], [0.4, 0.4, -0.9]]
                  targets: [[1, 0], [0, 1], [1, 0], [0, 1]]
                training: { epochs: 10, batch-size: 2, shuffle: 5 }
                """);
            FirstWeights(changed).ShouldBe(FirstWeights(written));
            FirstWeights(changed).ShouldNotBe(FirstWeights(Drawn));
            ValueOf(changed, "loss", 20).ShouldBe(ValueOf(written, "loss", 20));
            FirstWeights(Apply(changed, "seed = 0").Lesson).ShouldBe(FirstWeights(Drawn));
        }

        [Theory]
        [InlineData("conv-1d: { filters: 2, kernel-size: 2 }", "[4, 2]", "kernel: { glorot-uniform: { seed: 3 } }")]
        [InlineData("embedding: { input-dim: 5, output-dim: 2 }", "[3]", "embeddings: { uniform: { seed: 3 } }")]
        [InlineData("simple-rnn: { units: 2 }", "[4, 2]", "kernel: { glorot-uniform: { seed: 3 } }, recurrent-kernel: { orthogonal: { seed: 3 } }")]
        [InlineData("lstm: { units: 2 }", "[4, 2]", "kernel: { glorot-uniform: { seed: 3 } }, recurrent-kernel: { orthogonal: { seed: 3 } }")]
        [InlineData("gru: { units: 2 }", "[4, 2]", "kernel: { glorot-uniform: { seed: 3 } }, recurrent-kernel: { orthogonal: { seed: 3 } }")]
        public void Should_Be_Found_Where_None_Is_Written(string layer, string shape, string drawn)
        {
            Lesson silent = Read(Body(layer));
            Lesson written = Read(Body(layer.Replace(" }", $", {drawn} }}")));
            FirstWeights(Apply(silent, "seed = 3").Lesson).ShouldBe(FirstWeights(written));
            FirstWeights(Apply(silent, "seed = 0").Lesson).ShouldBe(FirstWeights(silent), "what is drawn without a word has the seed 0");
            FirstWeights(silent).ShouldNotBe(FirstWeights(written));

            string Body(string first)
            {
                int[] lengths = [.. shape.Trim('[', ']').Split(", ").Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
                string row = lengths.Length == 1 ? "[1, 2, 3]" : "[[1, 2], [0, 1], [2, 0], [1, 1]]";
                return $$"""
                    network:
                      inputs: { x: { shape: {{shape}} } }
                      layers:
                        - {{first}}
                        - flatten
                        - dense: { units: 1, kernel: zeros }
                      loss: half-squared-error
                      optimizer: { sgd: { learning-rate: 0.5 } }
                    data: { inputs: [{{row}}], targets: [[0]] }
                    """;
            }
        }

        [Fact]
        public void Should_Not_Be_Taken_From_Names()
        {
            Lesson named = Read(
                """
                network:
                  inputs: [normal, uniform]
                  layers: [{ dense: { units: 1, kernel: { normal: { seed: 4 } }, symbols: { output: [dropout] } } }]
                  loss: half-squared-error
                  optimizer: { sgd: { learning-rate: 0.5 } }
                data: { inputs: [[1, 2]], targets: [[0]] }
                """);
            SettingList.Of(named).ShouldContain(new Setting("seed", "4"));
            ValueOf(Apply(named, "seed = 9").Lesson, "uniform").ShouldBe(2);
        }
    }

    public sealed class ByHand
    {
        [Fact]
        public void Should_Round_And_Keep_The_Tour_And_The_Documents_Numbers()
        {
            Variation variation = Apply(Worked, "decimals = 4");
            variation.Title.ShouldBe("decimals = 4");
            variation.Lesson.Tour.Length.ShouldBe(Worked.Tour.Length);
            variation.Lesson.Expectations.Length.ShouldBe(40);
            variation.Lesson.Expectations.ShouldAllBe(expectation => expectation.Quantity.Plan == variation.Lesson.Plan);
            ValueOf(variation.Lesson, "h1").ShouldBe(0.52);
            ValueOf(Apply(variation.Lesson, "decimals = none").Lesson, "h1").ShouldBe(ValueOf(Worked, "h1"));
            ValueOf(Apply(Worked, "digits = 2").Lesson, "E_total").ShouldBe(0.024);
        }

        [Fact]
        public void Should_Stay_Rounded_When_Something_Else_Is_Changed()
        {
            Lesson changed = Apply(Apply(Worked, "decimals = 4").Lesson, "w5 = 0.3").Lesson;
            ValueOf(changed, "z3").ShouldBe(0.367, "0.3 × 0.52 + 0.4 × 0.5275");
            changed.Expectations.ShouldBeEmpty();
            changed.Tour.Length.ShouldBe(Worked.Tour.Length);
        }
    }

    public sealed class WhatIsSaid
    {
        [Fact]
        public void Should_Be_Left_Out_Where_The_Steps_Are_Others()
        {
            Lesson changed = Apply(Worked, "activation = relu").Lesson;
            changed.Tour.ShouldBeEmpty();
            changed.Expectations.ShouldBeEmpty();
            changed.Stages.ShouldBeEmpty();
            changed.Title.ShouldBe(Worked.Title);
        }

        [Fact]
        public void Should_Stay_As_Far_As_It_Holds()
        {
            Lesson changed = Apply(Worked, "alpha = 0.1").Lesson;
            changed.Tour.Length.ShouldBe(Worked.Tour.Length);
            changed.Expectations.ShouldBeEmpty();
            changed.Stages.ShouldBe(Worked.Stages);
            Lesson late = Apply(Worked, "alpha = 0.1", 2).Lesson;
            late.Tour.Length.ShouldBe(Worked.Tour.Count(stop => stop.At.Iteration == 2));
            late.Tour.ShouldAllBe(stop => stop.At.Plan == late.Plan && stop.At.Iteration == 2);
            late.Tour.Length.ShouldBeGreaterThan(0);
        }
    }

    public sealed class Branches
    {
        [Fact]
        public void Should_Grow_On_Branches()
        {
            Lesson first = Apply(Xor, "w5 = 0.5").Lesson;
            Lesson second = Apply(first, "alpha = 0.25").Lesson;
            ValueOf(second, "w5").ShouldBe(0.5, "what was changed before stays");
            ValueOf(second, "w6").ShouldBe(-1.2);
            Lesson third = Apply(second, "x1 = 0.5", 10).Lesson;
            ValueOf(third, "w5", 10).ShouldBe(ValueOf(second, "w5", 10));
            ValueOf(third, "alpha", 10).ShouldBe(0.25);
            ProblemsOf(third, "alpha = 1", 9).ShouldBe(["column 1: found iteration 9; expected an iteration from 10 to 40; go to an iteration of the lesson"]);
            Lesson fourth = Apply(third, "optimizer = adam", 20).Lesson;
            ValueOf(fourth, "w5", 20).ShouldBe(ValueOf(third, "w5", 20));
            fourth.Training.Inputs[0][1, 0].ShouldBe(0.5, "iteration 10 sees the second sample");
        }

        [Fact]
        public void Should_Draw_Again_What_Was_Not_Set_By_Hand()
        {
            Lesson set = Apply(Drawn, "W1[2,3] = 5").Lesson;
            Lesson drawn = Apply(set, "seed = 4").Lesson;
            Timeline line = drawn.NewTimeline();
            ValueOf(line, "W1[2,3]", 1).ShouldBe(5);
            ValueOf(line, "W1[1,1]", 1).ShouldBe(ValueOf(Apply(Drawn, "seed = 4").Lesson, "W1[1,1]"));
        }

        [Fact]
        public void Should_Be_The_Original_Where_Nothing_Is_Changed()
        {
            Timeline original = Drawn.NewTimeline();
            Timeline branch = Apply(Drawn, "alpha = 0.01", 6).Lesson.NewTimeline();
            for (int iteration = 6; iteration <= Drawn.Iterations; iteration++)
            {
                foreach (Symbol symbol in original.Plan.Symbols)
                {
                    branch.At(iteration)[branch.Plan.Symbols[symbol.Index]].ToArray().ShouldBe(original.At(iteration)[symbol].ToArray(), $"{symbol.Label}@{iteration}");
                }
            }
        }
    }

    public sealed class Problems
    {
        [Theory]
        [InlineData("", "column 1: found the end; expected a setting; write what to change, such as alpha = 0.1 or w5 = 0.2")]
        [InlineData("alpha", "column 6: found the end; expected '='; write alpha = and the new value")]
        [InlineData("alpha 0.1", "column 7: found '0'; expected '='; write alpha = and the new value")]
        [InlineData("= 0.1", "column 1: found '='; expected a name; write what to change, such as alpha = 0.1 or w5 = 0.2")]
        [InlineData("alpha =", "column 8: found the end; expected a value; write a number, or a name such as relu or adam(learning-rate: 0.01)")]
        [InlineData("alpha = 0.1 w5 = 2", "column 13: found 'w'; expected ';' or the end; put ; between two settings")]
        [InlineData("w5 = 1; w5 = 2", "column 9: found 'w5' again; expected each setting once; remove one of the two")]
        [InlineData("w5 = high", "column 6: found 'high'; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("w5 = 1e999", "column 6: found '1e999'; expected a number that a double holds (up to 1.797e308); write a number of smaller exponent")]
        [InlineData("alpha = fast", "column 9: found 'fast'; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("optimizer = adma", "column 13: found 'adma'; expected one of adagrad, adam, hebb-rule, perceptron-rule, rmsprop, sgd; did you mean 'adam'?")]
        [InlineData("optimizer = adam(rate: 1)", "column 18: found the unknown key 'rate' in the arguments of 'adam'; expected one of amsgrad, beta-1, beta-2, clip, epsilon, epsilon-placement, learning-rate; remove it")]
        [InlineData("optimizer = adam(learning-rate: 1", "column 34: found the end; expected ',' or ')'; close the brackets")]
        [InlineData("optimizer = adam(0.1)", "column 21: found ')'; expected an argument by its name; write arguments as learning-rate: 0.01")]
        [InlineData("activation[3] = relu", "column 1: found 'activation[3]'; expected a layer that takes an activation: 1, 2; change the number; layers count from 1")]
        [InlineData("activation[0] = relu", "column 12: found '0'; expected a position of at least 1; write positions as activation[2] or W1[2,1], counted from 1")]
        [InlineData("activation = rleu", "column 14: found 'rleu'; expected one of elu, hard-sigmoid, leaky-relu, linear, log-softmax, relu, selu, sigmoid, sign, softmax, softplus, softsign, step, swish, tanh; did you mean 'relu'?")]
        [InlineData("seed = 2", "column 1: found a seed for a lesson in which nothing is drawn; expected a lesson with drawn weights, dropout or shuffled rows; change a weight by its name instead")]
        [InlineData("decimals = 99", "column 12: found '99'; expected an integer from 0 to 15, or none; write how many digits after the point are kept, such as decimals = 4")]
        [InlineData("digits = 0", "column 10: found '0'; expected an integer from 1 to 15, or none; write how many significant digits are kept, such as digits = 3")]
        [InlineData("iterations = 0", "column 14: found '0'; expected an integer from 1 to 1000000000; change the number")]
        [InlineData("z1 = 0.1", "column 1: found 'z1', which a step computes; expected a weight, a number of the data, or a setting; change what it is made from, such as w1")]
        [InlineData("w5+ = 0.1", "column 1: found 'w5+', which an update makes; expected a weight before the update; write w5 = … in the iteration after")]
        [InlineData("w55 = 0.1", "column 1: found the unknown 'w55'; expected a weight, a number of the data, or one of alpha, learning-rate, optimizer, activation, loss, seed, iterations, decimals, digits; did you mean 'w5'?")]
        [InlineData("lerning_rate = 0.1", "column 1: found the unknown 'lerning_rate'; expected a weight, a number of the data, or one of alpha, learning-rate, optimizer, activation, loss, seed, iterations, decimals, digits; did you mean 'learning-rate'?")]
        [InlineData("x1[2] = 3", "column 1: found 'x1[2]'; expected x1, which is one number, without positions; write x1")]
        public void Should_Say_What_Was_Found_And_Expected_And_What_To_Do(string text, string problem) => ProblemsOf(Worked, text).ShouldBe([problem]);

        [Theory]
        [InlineData("x = 3", "column 1: found 'x', which stands for several numbers; expected the position of one in brackets; write x[1,1] up to x[2,3]")]
        [InlineData("x[1,4] = 3", "column 1: found 'x[1,4]'; expected x[1,1] up to x[2,3]; change the positions; they count from 1")]
        [InlineData("iterations = 3", "column 14: found 3 iterations; expected at least 5, where it begins to be changed; write a larger number, or change it from an earlier iteration")]
        [InlineData("seed = x", "column 8: found 'x'; expected an integer; write a seed such as seed = 2")]
        [InlineData("loss = binary-crossentropy; alpha = -1", "column 37: found '-1'; expected a finite number of at least 0; change the value")]
        public void Should_Be_Said_Of_Larger_Lessons_Too(string text, string problem) => ProblemsOf(Drawn, text, 5).ShouldContain(problem);

        [Fact]
        public void Should_All_Be_Said_At_Once() => ProblemsOf(Worked, "w5 = a; z1 = 2; activation[7] = relu; decimals = x").Length.ShouldBe(4);

        [Fact]
        public void Should_Not_Be_Exceptions_Whatever_Is_Typed()
        {
            const string Letters = "w5alphx1[2] =;,(){}:0.1-e−α\u0000\ud800한optimizer=adam(learning-rate:1)activation[1]=reluseed=2";
            Random random = new(3);
            int right = 0;
            string[] whole = ["w5 = 0.2", "alpha = 0.1", "optimizer = adam(learning-rate: 0.01)", "activation[2] = tanh", "loss = mean-squared-error", "decimals = 4", "x[1,2] = 3"];
            for (int trial = 0; trial < 3000; trial++)
            {
                string text = trial % 2 == 0
                    ? string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)]))
                    : string.Join(';', whole.OrderBy(_ => random.Next()).Take(random.Next(1, 3)));
                if (trial % 4 == 3)
                {
                    int at = random.Next(text.Length);
                    text = text.Remove(at, 1).Insert(at, Letters[random.Next(Letters.Length)].ToString());
                }

                bool isRight = Variation.TryApply(trial % 3 == 0 ? Drawn : Worked, text, out Variation? variation, out ImmutableArray<QuantityError> problems);
                isRight.ShouldBe(variation is not null, text);
                isRight.ShouldBe(problems.IsEmpty, text);
                problems.ShouldAllBe(problem => problem.Column >= 1 && problem.Column <= text.Length + 1, text);
                right += isRight ? 1 : 0;
            }

            right.ShouldBeInRange(300, 2700);
        }

        [Fact]
        public void Should_Not_Be_Deep()
        {
            string deep = "optimizer = " + string.Concat(Enumerable.Repeat("a(b:", 10_000));
            ProblemsOf(Worked, deep).Single().ShouldContain("less deep");
            ProblemsOf(Worked, "w5 = " + new string('[', 10_000)).Single().ShouldContain("less deep");
        }
    }

    public sealed class TheList
    {
        [Fact]
        public void Should_Give_What_Can_Be_Set_With_Its_Present_Value() => SettingList.Of(Worked, Worked.NewTimeline().At(1)).Select(setting => setting.ToString()).ShouldBe(
        [
            "optimizer = sgd", "alpha = 0.5", "activation[1] = sigmoid", "activation[2] = sigmoid", "loss = half-squared-error",
            "iterations = 2", "decimals = none", "digits = none",
            "x1 = 0.1", "x2 = 0.2", "w1 = 0.3", "w3 = 0.4", "w2 = 0.25", "w4 = 0.35", "w5 = 0.45", "w7 = 0.7", "w6 = 0.4", "w8 = 0.6",
            "target_o1 = 0.4", "target_o2 = 0.6",
        ]);

        [Fact]
        public void Should_Be_Typed_Again_Without_Change()
        {
            foreach (Lesson lesson in new[] { Worked, Xor, Drawn, TwoSided, Apply(Worked, "digits = 3").Lesson })
            {
                foreach (Setting setting in SettingList.Of(lesson, lesson.NewTimeline().At(1)))
                {
                    Variation variation = Apply(lesson, setting.Key is "optimizer" ? $"alpha = {lesson.Plan.InitialValuesOf(lesson.Plan.Symbols.First(symbol => symbol.Label.ToString() == "alpha"))![0].ToString(CultureInfo.InvariantCulture)}" : setting.ToString());
                    if (setting.Key is not ("decimals" or "digits"))
                    {
                        variation.HasSameSteps.ShouldBeTrue(setting.ToString());
                        ValueOf(variation.Lesson, "loss", 2).ShouldBe(ValueOf(lesson, "loss", 2), 1e-8, setting.ToString());
                    }
                }
            }
        }

        [Fact]
        public void Should_Show_What_A_Variation_Has_Changed() =>
            SettingList.Of(Apply(Drawn, "seed = 8; activation[1] = elu; digits = 3").Lesson).Select(setting => setting.ToString()).ShouldBe(
            [
                "optimizer = adam", "alpha = 0.01", "activation[1] = elu", "activation[3] = relu", "activation[4] = softmax",
                "loss = categorical-crossentropy", "seed = 8", "iterations = 20", "decimals = none", "digits = 3",
            ]);
    }
}
