using System.Reflection;
using Engine.Activations;
using Engine.Clippings;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Regularizers;
using Engine.Schedules;

namespace Engine.Tests;

public class CatalogTests
{
    public class TheOfMethod
    {
        [Theory]
        [InlineData(typeof(Layer), "dense")]
        [InlineData(typeof(Activation), "linear", "sigmoid")]
        [InlineData(typeof(Loss), "half-squared-error")]
        [InlineData(typeof(Optimizer), "sgd", "adagrad", "rmsprop", "adam", "perceptron-rule", "hebb-rule")]
        [InlineData(typeof(Schedule), "constant", "step-decay", "exponential-decay", "inverse-time-decay", "piecewise-constant")]
        [InlineData(typeof(Clipping), "by-value", "by-norm", "by-global-norm")]
        [InlineData(typeof(Regularizer), "l1", "l2", "l1-l2", "elastic")]
        [InlineData(typeof(Initializer), "zeros")]
        public void Should_find_the_kinds_of_a_family(Type family, params string[] names)
        {
            string[] found = [.. Catalog.Of(family).Select(entry => entry.Name)];
            names.Except(found).ShouldBeEmpty();
            found.ShouldBe(found.Order(StringComparer.Ordinal));
            found.ShouldBeUnique();
        }

        [Fact]
        public void Should_find_every_class_that_has_a_name()
        {
            Type[] kinds = [.. typeof(Catalog).Assembly.GetTypes().Where(type => type.GetCustomAttribute<KindAttribute>() is not null)];
            kinds.ShouldNotBeEmpty();
            foreach (Type kind in kinds)
            {
                CatalogEntry? entry = Catalog.Find(kind.BaseType!, kind.GetCustomAttribute<KindAttribute>()!.Name);
                entry.ShouldNotBeNull(kind.Name).Type.ShouldBe(kind);
            }
        }

        [Fact]
        public void Should_write_all_names_in_kebab_case()
        {
            foreach (CatalogEntry entry in Catalog.Of(typeof(object)))
            {
                entry.Name.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
                foreach (CatalogArgument argument in entry.Arguments)
                {
                    argument.Name.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
                }
            }
        }
    }

    public class TheFindMethod
    {
        [Fact]
        public void Should_find_nothing_in_another_family_or_case()
        {
            Catalog.Find(typeof(Activation), "dense").ShouldBeNull();
            Catalog.Find(typeof(Layer), "Dense").ShouldBeNull();
        }

        [Fact]
        public void Should_list_arguments_with_names_types_need_and_defaults() => Catalog.Find(typeof(Layer), "dense")!.Arguments.ShouldBe(
            [
                new("units", typeof(int), true, null),
                new("kernel", typeof(Initializer), true, null),
                new("activation", typeof(Activation), false, null),
                new("use-bias", typeof(bool), false, true),
                new("bias", typeof(Initializer), false, null),
                new("symbols", typeof(PartNames), false, null),
                new("kernel-regularizer", typeof(Regularizer), false, null),
                new("bias-regularizer", typeof(Regularizer), false, null),
            ]);

        [Fact]
        public void Should_list_the_arguments_of_the_others()
        {
            Catalog.Find(typeof(Optimizer), "sgd")!.Arguments.ShouldBe(
                [
                    new("learning-rate", typeof(Schedule), true, null),
                    new("momentum", typeof(double), false, 0.0),
                    new("nesterov", typeof(bool), false, false),
                    new("clip", typeof(Clipping), false, null),
                ]);
            Catalog.Find(typeof(Optimizer), "adam")!.Arguments.Select(argument => argument.Name)
                .ShouldBe(["learning-rate", "beta-1", "beta-2", "epsilon", "amsgrad", "epsilon-placement", "clip"]);
            Catalog.Find(typeof(Loss), "half-squared-error")!.Arguments
                .ShouldBe([new("reduction", typeof(Reduction), false, Reduction.Mean), new("symbols", typeof(PartNames), false, null)]);
            Catalog.Find(typeof(Activation), "sigmoid")!.Arguments.ShouldBeEmpty();
        }
    }

    public class TheCreateMethod
    {
        private static object Create(Type family, string name, params (string Name, object? Value)[] arguments) =>
            Catalog.Create(Catalog.Find(family, name)!, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

        [Fact]
        public void Should_make_what_was_asked_for_with_defaults_for_the_rest()
        {
            Create(typeof(Layer), "dense", ("units", 2), ("kernel", new Zeros())).ShouldBeOfType<Dense>();
            Create(typeof(Activation), "sigmoid").ShouldBeOfType<Sigmoid>();
            Create(typeof(Loss), "half-squared-error", ("reduction", Reduction.Sum)).ShouldBeOfType<HalfSquaredError>();
        }

        [Theory]
        [InlineData(-0.1)]
        [InlineData(double.NaN)]
        [InlineData(double.PositiveInfinity)]
        public void Should_name_the_learning_rate_it_refuses(double learningRate)
        {
            CatalogException problem = Should.Throw<CatalogException>(() => Create(typeof(Schedule), "constant", ("learning-rate", learningRate)));
            problem.Argument.ShouldBe("learning-rate");
            problem.IsOutOfRange.ShouldBeTrue();
            problem.Message.ShouldStartWith("a finite number of at least 0");
            problem.Message.ShouldNotContain("learningRate");
        }

        [Fact]
        public void Should_name_the_units_it_refuses() =>
            Should.Throw<CatalogException>(() => Create(typeof(Layer), "dense", ("units", 0), ("kernel", new Zeros()))).Argument.ShouldBe("units");

        [Fact]
        public void Should_name_the_bias_it_refuses() => Should.Throw<CatalogException>(() => Create(
            typeof(Layer), "dense", ("units", 1), ("kernel", new Zeros()), ("use-bias", false), ("bias", new Zeros()))).Argument.ShouldBe("bias");
    }

    public class TheChoicesOfMethod
    {
        [Fact]
        public void Should_write_names_in_kebab_case() => Catalog.ChoicesOf(typeof(EpsilonPlacement))
            .ShouldBe([("inside-root", EpsilonPlacement.InsideRoot), ("outside-root", EpsilonPlacement.OutsideRoot)]);
    }

    public class TheNameOfMethod
    {
        [Fact]
        public void Should_be_the_lessons_name_or_the_class()
        {
            Catalog.NameOf(new Sigmoid()).ShouldBe("sigmoid");
            Catalog.NameOf(new Given(Tensor.Scalar(1))).ShouldBe("Given");
        }
    }
}
