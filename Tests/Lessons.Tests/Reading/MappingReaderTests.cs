using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Tests.Reading;

public sealed class MappingReaderTests
{
    private static readonly string[] Losses = ["mean-squared-error", "binary-cross-entropy"];

    /// <summary>Reads a text with one of the reader's methods; the problems after <c>Finish</c>, without the file name.</summary>
    private static (T Value, string[] Problems) Read<T>(string text, Func<MappingReader, T> read)
    {
        var problems = new ProblemList();
        var mapping = SourceDocument.Parse(text, "a.yaml", problems).ShouldNotBeNull(problems.ToString());
        var reader = new MappingReader(mapping, "a.yaml", problems);
        var value = read(reader);
        reader.Finish();
        return (value, [.. problems.Sorted.Select(problem => problem.ToString()["a.yaml:".Length..])]);
    }

    private static T ReadRight<T>(string text, Func<MappingReader, T> read)
    {
        var (value, problems) = Read(text, read);
        problems.ShouldBeEmpty();
        return value;
    }

    private static void ShouldBeProblem<T>(string text, Func<MappingReader, T> read, string expected)
    {
        var (value, problems) = Read(text, read);
        problems.ShouldBe([expected]);
        ((object?)value).ShouldBeNull();
    }

    public sealed class TheNodeMethods
    {
        [Fact]
        public void Should_Report_A_Missing_Required_Key_At_The_Mapping() => ShouldBeProblem(
            "# a\nother: 1\n",
            reader =>
            {
                reader.OptionalNode("other");
                return reader.RequiredNode("units");
            },
            "2:1: found no 'units' in the lesson; expected the key 'units'; add 'units: …'");

        [Fact]
        public void Should_Pass_Over_A_Missing_Optional_Key() =>
            ReadRight("{}", reader => reader.OptionalNode("units")).ShouldBeNull();

        [Theory]
        [InlineData("learning_rate")]
        [InlineData("learningRate")]
        [InlineData("Learning-Rate")]
        public void Should_Read_A_Key_In_Other_Letters_With_One_Problem(string written)
        {
            var (value, problems) = Read($"{written}: 0.5\n", reader => reader.RequiredNumber("learning-rate"));
            value.ShouldBe(0.5);
            problems.ShouldBe([$"1:1: found the key '{written}'; expected the key 'learning-rate'; write 'learning-rate'"]);
        }

        [Fact]
        public void Should_Pass_Over_A_Value_That_Is_Reported_Already()
        {
            var (value, problems) = Read("a: &x 1\nb: *x\n", reader => (reader.RequiredNumber("a"), reader.RequiredNumber("b")));
            value.ShouldBe((1, null));
            problems.Length.ShouldBe(2); // the anchor and the alias
        }

        [Fact]
        public void Should_Say_Whether_A_Key_Is_There() =>
            ReadRight("a: 1\n", reader => (reader.Has("a"), reader.Has("b"))).ShouldBe((true, false));
    }

    public sealed class TheFinishMethod
    {
        [Fact]
        public void Should_Report_Unknown_Keys_With_The_Nearest_And_All_Known_Ones()
        {
            var (_, problems) = Read("unit: 1\nzebra: 1\nname: a\n", reader =>
            {
                reader.OptionalText("name");
                return reader.OptionalNumber("units");
            });

            problems.ShouldBe(
            [
                "1:1: found the unknown key 'unit' in the lesson; expected one of name, units; did you mean 'units'?",
                "2:1: found the unknown key 'zebra' in the lesson; expected one of name, units; remove it",
            ]);
        }

        [Fact]
        public void Should_Finish_What_Was_Read_Through_It()
        {
            var (_, problems) = Read("network:\n  layers:\n    - {unit: 1}\n    - {dense: {bias: 1}}\n", reader =>
            {
                var items = reader.RequiredMapping("network")!;
                var layers = items.RequiredItems("layers");
                items.Nodes.Mapping(layers[0], "the layer")!.OptionalNumber("units");
                return items.Nodes.Kind(layers[1]);
            });

            problems.ShouldBe(
            [
                "3:8: found the unknown key 'unit' in the layer; expected 'units'; did you mean 'units'?",
                "4:16: found the unknown key 'bias' in the arguments of 'dense'; expected no keys here; remove it",
            ]);
        }

        [Fact]
        public void Should_Report_Each_Key_Once_When_Called_Twice()
        {
            var (_, problems) = Read("a: 1\n", reader =>
            {
                reader.Finish();
                return 0;
            });
            problems.Length.ShouldBe(1);
        }
    }

    public sealed class TheTextMethods
    {
        [Theory]
        [InlineData("a: two words\n", "two words")]
        [InlineData("a: ' 1 '\n", " 1 ")]
        [InlineData("a: 0.50\n", "0.50")]
        [InlineData("a: no\n", "no")]
        [InlineData("a: |\n  x\n", "x\n")]
        public void Should_Give_The_Text_As_Written(string text, string expected) =>
            ReadRight(text, reader => reader.RequiredText("a")).ShouldBe(expected);

        [Theory]
        [InlineData("a:\n", "1:3: found nothing")]
        [InlineData("a: null\n", "1:4: found nothing (null)")]
        [InlineData("a: '  '\n", "1:4: found the text '  '")]
        [InlineData("a: [b]\n", "1:4: found a list of 1")]
        [InlineData("a: {b: 1}\n", "1:4: found a mapping of b")]
        public void Should_Report_What_Is_Not_A_Text(string text, string found) => ShouldBeProblem(
            text, reader => reader.OptionalText("a"), found + "; expected a text; write a text, in quotes if it holds ': ' or ' #'");
    }

    public sealed class TheLocalizedMethods
    {
        [Fact]
        public void Should_Read_Both_Languages_Without_The_Spaces_Around_Them() =>
            ReadRight("a:\n  ko: 기울기\n  en: |\n    slope\n    of it\n\n", reader => reader.RequiredLocalized("a"))
                .ShouldBe(new LocalizedText("slope\nof it", "기울기"));

        [Theory]
        [InlineData("a: {en: x}\n", "1:4: found no Korean text (ko)", "ko")]
        [InlineData("a:\n  ko: x\n", "2:3: found no English text (en)", "en")]
        public void Should_Report_A_Missing_Language(string text, string found, string key) => ShouldBeProblem(
            text,
            reader => reader.RequiredLocalized("a"),
            $"{found}; expected the text in English (en) and Korean (ko); add the missing language: '{key}: …'");

        [Theory]
        [InlineData("a: {en: x, ko: }\n", "1:16: found nothing")]
        [InlineData("a: {en: x, ko: ' '}\n", "1:16: found the text ' '")]
        public void Should_Report_A_Blank_Language(string text, string found) => ShouldBeProblem(
            text, reader => reader.RequiredLocalized("a"), found + "; expected a text; write a text, in quotes if it holds ': ' or ' #'");

        [Fact]
        public void Should_Report_Another_Language()
        {
            var (_, problems) = Read("a: {en: x, ko: y, fr: z}\n", reader => reader.RequiredLocalized("a"));
            problems.ShouldBe(["1:19: found the unknown key 'fr' in this mapping; expected one of en, ko; remove it"]);
        }

        [Fact]
        public void Should_Report_A_Text_Without_Language() => ShouldBeProblem(
            "a: x\n",
            reader => reader.OptionalLocalized("a"),
            "1:4: found 'x'; expected the text in English (en) and Korean (ko); write it as a mapping: {en: …, ko: …}");
    }

    public sealed class TheNumberMethods
    {
        [Theory]
        [InlineData("0.5", 0.5)]
        [InlineData("-2", -2)]
        [InlineData("+1e-3", 0.001)]
        [InlineData(".5", 0.5)]
        [InlineData("5.", 5)]
        public void Should_Read_A_Number(string written, double expected) =>
            ReadRight($"a: {written}\n", reader => reader.RequiredNumber("a")).ShouldBe(expected);

        [Theory]
        [InlineData("NaN", "'NaN'; expected a finite decimal number; write a finite number")]
        [InlineData(".nan", "'.nan'; expected a finite decimal number; write a finite number")]
        [InlineData(".inf", "'.inf'; expected a finite decimal number; write a finite number")]
        [InlineData("1e999", "'1e999'; expected a number that a double holds (up to 1.797e308); write a number of smaller exponent")]
        [InlineData("'0.5'", "the text '0.5'; expected a finite decimal number; remove the quotes")]
        [InlineData("half", "'half'; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("~", "nothing (~); expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("[1]", "a list of 1; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("0,5", "'0,5'; expected a finite decimal number; write the decimal point as '.', and no separators of thousands")]
        public void Should_Report_What_Is_Not_A_Finite_Number(string written, string expected) =>
            ShouldBeProblem($"a: {written}\n", reader => reader.RequiredNumber("a"), "1:4: found " + expected);

        public static TheoryData<string, string, string> Outside() => new()
        {
            { "positive", "0", "a number greater than 0" },
            { "not negative", "-0.1", "a number of at least 0" },
            { "probability", "1.01", "a number from 0 to 1" },
            { "probability", "-0.01", "a number from 0 to 1" },
            { "below one", "1", "a number of at least 0 and less than 1" },
        };

        [Theory]
        [MemberData(nameof(Outside))]
        public void Should_Report_A_Number_Outside_Its_Domain(string domain, string written, string expected) => ShouldBeProblem(
            $"a: {written}\n",
            reader => reader.OptionalNumber("a", Domain(domain)),
            $"1:4: found '{written}'; expected {expected}; change the number");

        [Theory]
        [InlineData("positive", "1e-300")]
        [InlineData("not negative", "0")]
        [InlineData("probability", "0")]
        [InlineData("probability", "1")]
        [InlineData("below one", "0.999")]
        public void Should_Accept_The_Edge_Of_A_Domain(string domain, string written) =>
            ReadRight($"a: {written}\n", reader => reader.OptionalNumber("a", Domain(domain))).ShouldNotBeNull();

        private static NumberDomain Domain(string name) => name switch
        {
            "positive" => NumberDomain.Positive,
            "not negative" => NumberDomain.NotNegative,
            "probability" => NumberDomain.Probability,
            _ => NumberDomain.BelowOne,
        };
    }

    public sealed class TheIntegerMethods
    {
        [Theory]
        [InlineData("1", 1)]
        [InlineData("10", 10)]
        [InlineData("+7", 7)]
        [InlineData("010", 10)] // decimal in YAML 1.2
        public void Should_Read_An_Integer_Of_The_Range(string written, int expected) =>
            ReadRight($"a: {written}\n", reader => reader.RequiredInteger("a", 1, 10)).ShouldBe(expected);

        [Theory]
        [InlineData("0", "'0'; expected an integer from 1 to 10; change the number")]
        [InlineData("11", "'11'; expected an integer from 1 to 10; change the number")]
        [InlineData("99999999999", "'99999999999'; expected an integer from 1 to 10; change the number")]
        [InlineData("2.0", "'2.0'; expected an integer from 1 to 10; write it without point and exponent")]
        [InlineData("1e1", "'1e1'; expected an integer from 1 to 10; write it without point and exponent")]
        [InlineData("'2'", "the text '2'; expected an integer from 1 to 10; remove the quotes")]
        [InlineData("two", "'two'; expected an integer from 1 to 10; write an integer such as 2")]
        [InlineData("[2]", "a list of 1; expected an integer from 1 to 10; write an integer such as 2")]
        [InlineData("1e999", "'1e999'; expected a number that a double holds (up to 1.797e308); write a number of smaller exponent")]
        public void Should_Report_What_Is_Not_An_Integer_Of_The_Range(string written, string expected) =>
            ShouldBeProblem($"a: {written}\n", reader => reader.OptionalInteger("a", 1, 10), "1:4: found " + expected);

        [Fact]
        public void Should_Name_A_Range_With_One_Bound() => ShouldBeProblem(
            "a: 0\n", reader => reader.RequiredInteger("a", least: 1), "1:4: found '0'; expected an integer of at least 1; change the number");
    }

    public sealed class TheBooleanMethods
    {
        [Theory]
        [InlineData("true", true)]
        [InlineData("false", false)]
        public void Should_Read_True_And_False(string written, bool expected) =>
            ReadRight($"a: {written}\n", reader => reader.RequiredBoolean("a")).ShouldBe(expected);

        [Theory]
        [InlineData("yes", "'yes'", "write true")]
        [InlineData("On", "'On'", "write true")]
        [InlineData("True", "'True'", "write true")]
        [InlineData("'true'", "the text 'true'", "write true")]
        [InlineData("no", "'no'", "write false")]
        [InlineData("0", "'0'", "write false")]
        [InlineData("maybe", "'maybe'", "write true or false")]
        [InlineData("[]", "an empty list", "write true or false")]
        public void Should_Say_What_To_Write_Instead(string written, string found, string remedy) => ShouldBeProblem(
            $"a: {written}\n", reader => reader.OptionalBoolean("a"), $"1:4: found {found}; expected true or false; {remedy}");
    }

    public sealed class TheOneOfMethods
    {
        [Fact]
        public void Should_Read_A_Known_Name() =>
            ReadRight("a: binary-cross-entropy\n", reader => reader.RequiredOneOf("a", Losses)).ShouldBe("binary-cross-entropy");

        [Theory]
        [InlineData("mean_squared_error", "'mean_squared_error'", "did you mean 'mean-squared-error'?")]
        [InlineData("Binary-Crossentropy", "'Binary-Crossentropy'", "did you mean 'binary-cross-entropy'?")]
        [InlineData("mse", "'mse'", "write one of these names")]
        [InlineData("", "nothing", "write one of these names")]
        public void Should_Suggest_The_Nearest_Name(string written, string found, string remedy)
        {
            var (_, problems) = Read($"a: {written}\n", reader => reader.OptionalOneOf("a", Losses));
            problems.Length.ShouldBe(1);
            problems[0].ShouldEndWith($": found {found}; expected one of binary-cross-entropy, mean-squared-error; {remedy}");
        }
    }

    public sealed class TheIdentifierMethods
    {
        [Fact]
        public void Should_Read_A_Name() => ReadRight("a: hidden.z\n", reader => reader.RequiredIdentifier("a")).ShouldBe("hidden.z");

        [Fact]
        public void Should_Report_What_Is_Not_A_Name() => ShouldBeProblem(
            "a: w[1]\n",
            reader => reader.OptionalIdentifier("a"),
            "1:4: found 'w[1]'; expected a name; begin with a letter or an underscore and go on with letters, digits, underscores or dots");
    }

    public sealed class ThePrintedMethods
    {
        [Fact]
        public void Should_Keep_The_Printed_Digits()
        {
            var printed = ReadRight("a: 0.60944600\n", reader => reader.RequiredPrinted("a")).ShouldNotBeNull();
            printed.Text.ShouldBe("0.60944600");
            printed.Tolerance.ShouldBe(5e-9);
        }

        [Fact]
        public void Should_Read_An_Exact_Number() =>
            ReadRight("a: 0.5\n", reader => reader.OptionalPrinted("a", exact: true)).ShouldNotBeNull().Exact.ShouldBeTrue();

        [Fact]
        public void Should_Report_What_Is_Not_A_Number() => ShouldBeProblem(
            "a: about 1\n",
            reader => reader.RequiredPrinted("a"),
            "1:4: found 'about 1'; expected a finite decimal number; write one number; put commas between the numbers of a list");
    }

    public sealed class TheQuantityMethods
    {
        [Fact]
        public void Should_Read_A_Quantity() => ReadRight("a: dE/dw5+@2\n", reader => reader.RequiredQuantity("a"))
            .ShouldBe(new Quantity(new DerivativeTerm(new Name("E"), new Name("w5"), Next: true), 2));

        [Theory]
        [InlineData("a: dE/w5\n", "1:7: found 'w' in the quantity 'dE/w5'")]
        [InlineData("a: 'dE/w5'\n", "1:8: found 'w' in the quantity 'dE/w5'")]
        public void Should_Point_Into_The_Quantity(string text, string found) => ShouldBeProblem(
            text, reader => reader.OptionalQuantity("a"), found + "; expected d or ∂; write d or ∂ before both names");
    }

    public sealed class TheItemsAndEntriesMethods
    {
        [Fact]
        public void Should_Read_A_List() => ReadRight("a: [1, [2]]\n", reader => reader.RequiredItems("a", 2)).Length.ShouldBe(2);

        [Theory]
        [InlineData("a: 1\n", 0, "1:4: found '1'; expected a list")]
        [InlineData("a: []\n", 1, "1:4: found an empty list; expected a list of at least 1")]
        [InlineData("a: [1]\n", 2, "1:4: found a list of 1; expected a list of at least 2")]
        public void Should_Report_A_List_That_Is_None_Or_Too_Short(string text, int least, string expected)
        {
            var (value, problems) = Read(text, reader => reader.OptionalItems("a", least));
            value.ShouldBeEmpty();
            problems.ShouldBe([expected + "; write [a, b], or lines that begin with '- '"]);
        }

        [Fact]
        public void Should_Read_Entries_Whose_Keys_Are_Data()
        {
            var entries = ReadRight("a:\n  dE/dw5: 0.08\n  w5+: 0.36\n", reader => reader.RequiredEntries("a"));
            entries.Select(entry => entry.Key.Text).ShouldBe(["dE/dw5", "w5+"]);
        }

        [Fact]
        public void Should_Report_Entries_That_Are_None()
        {
            var (value, problems) = Read("a: [1]\n", reader => reader.OptionalEntries("a"));
            value.ShouldBeEmpty();
            problems.ShouldBe(["1:4: found a list of 1; expected a mapping; write {key: value}, or indented lines 'key: value'"]);
        }

        [Fact]
        public void Should_Report_A_Mapping_That_Is_None() => ShouldBeProblem(
            "a: 1\n",
            reader => reader.OptionalMapping("a"),
            "1:4: found '1'; expected a mapping; write {key: value}, or indented lines 'key: value'");

        [Fact]
        public void Should_Name_The_Mapping_That_Misses_A_Key() => ShouldBeProblem(
            "a:\n  b: 1\n",
            reader =>
            {
                var inner = reader.RequiredMapping("a")!;
                inner.RequiredNumber("b");
                return inner.RequiredText("c");
            },
            "2:3: found no 'c' in 'a'; expected the key 'c'; add 'c: …'");
    }

    public sealed class TheKindMethods
    {
        private static readonly string[] Optimizers = ["sgd", "adam"];

        [Theory]
        [InlineData("a: sgd\n")]
        [InlineData("a: {sgd: }\n")]
        [InlineData("a: {sgd: ~}\n")]
        public void Should_Read_A_Name_Alone(string text)
        {
            var kind = ReadRight(text, reader => reader.RequiredKind("a", Optimizers)).ShouldNotBeNull();
            kind.Name.ShouldBe("sgd");
            kind.Arguments.ShouldBeNull();
            kind.Node.Line.ShouldBe(1);
        }

        [Fact]
        public void Should_Read_A_Name_With_Arguments()
        {
            var rate = ReadRight("a: {sgd: {learning-rate: 0.5}}\n", reader =>
            {
                var kind = reader.RequiredKind("a", Optimizers).ShouldNotBeNull();
                kind.Name.ShouldBe("sgd");
                return kind.Arguments.ShouldNotBeNull().RequiredNumber("learning-rate");
            });
            rate.ShouldBe(0.5);
        }

        [Theory]
        [InlineData("a: Sgd\n", "1:4: found 'Sgd'; expected one of adam, sgd; did you mean 'sgd'?")]
        [InlineData("a: {adm: {x: 1}}\n", "1:5: found 'adm'; expected one of adam, sgd; did you mean 'adam'?")]
        [InlineData("a: {sgd: 0.5}\n", "1:10: found '0.5'; expected the arguments of 'sgd' by name; write {sgd: {argument: 1}}")]
        [InlineData("a: [sgd]\n", "1:4: found a list of 1; expected a name, or one name with its arguments; write the name, or {name: {argument: 1}}")]
        [InlineData("a:\n", "1:3: found nothing; expected a name, or one name with its arguments; write the name, or {name: {argument: 1}}")]
        [InlineData(
            "a:\n  sgd:\n  learning-rate: 0.5\n",
            "2:3: found a mapping of sgd, learning-rate; expected a name, or one name with its arguments; "
                + "indent the arguments under the name: {name: {argument: 1}}")]
        public void Should_Report_What_Is_Not_A_Kind(string text, string expected) =>
            ShouldBeProblem(text, reader => reader.OptionalKind("a", Optimizers), expected);
    }

    public sealed class TheTableMethods
    {
        [Fact]
        public void Should_Read_A_List_Of_Numbers()
        {
            var table = ReadRight("a: [0.05, 0.1]\n", reader => reader.RequiredNumbers("a")).ShouldNotBeNull();
            table.Rank.ShouldBe(1);
            table.Shape.ShouldBe([2]);
            table.Values.ShouldBe([0.05, 0.1]);
            Should.Throw<InvalidOperationException>(() => table[0, 0]);
        }

        [Fact]
        public void Should_Read_Rows_Of_Numbers()
        {
            var table = ReadRight("a:\n  - [1, 2, 3]\n  - [4, 5, 6]\n", reader => reader.OptionalNumbers("a")).ShouldNotBeNull();
            table.Shape.ShouldBe([2, 3]);
            table.Values.ShouldBe([1, 2, 3, 4, 5, 6]);
            table[1, 0].ShouldBe(4);
            Should.Throw<ArgumentOutOfRangeException>(() => table[0, 3]);
            Should.Throw<ArgumentOutOfRangeException>(() => table[2, 0]);
        }

        [Fact]
        public void Should_Read_Rows_Of_Names()
        {
            var table = ReadRight("a: [[w1, w3], [w2, w4]]\n", reader => reader.RequiredNames("a", rank: 2)).ShouldNotBeNull();
            table[1, 0].ShouldBe("w2");
        }

        [Fact]
        public void Should_Read_A_List_Of_Names() =>
            ReadRight("a: [h1, y]\n", reader => reader.OptionalNames("a", rank: 1)).ShouldNotBeNull().Values.ShouldBe(["h1", "y"]);

        [Fact]
        public void Should_Report_Every_Row_Of_Another_Length_And_Every_Wrong_Number()
        {
            var (value, problems) = Read("a:\n  - [1, 2]\n  - [3]\n  - [4, x]\n  - 5\n  - []\n  - [6, 7, 8]\n", reader => reader.RequiredNumbers("a"));
            value.ShouldBeNull();
            problems.ShouldBe(
            [
                "3:5: found 1 in row 2; expected 2 numbers, as in the first row; make all rows equally long",
                "4:9: found 'x'; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3",
                "5:5: found '5'; expected row 4 as a list of numbers; write every row in brackets: [a, b]",
                "6:5: found an empty list; expected row 5 as a list of numbers; write every row in brackets: [a, b]",
                "7:5: found 3 in row 6; expected 2 numbers, as in the first row; make all rows equally long",
            ]);
        }

        [Theory]
        [InlineData("a: 1\n", 1, "1:4: found '1'; expected a list of numbers; write [a, b]")]
        [InlineData("a: 1\n", 2, "1:4: found '1'; expected a list of rows of numbers; write [[a, b], [c, d]]")]
        [InlineData("a: []\n", null, "1:4: found an empty list; expected a list of numbers, or a list of rows of numbers; write [a, b]")]
        [InlineData("a: [1]\n", 2, "1:5: found '1'; expected row 1 as a list of numbers; write every row in brackets: [a, b]")]
        [InlineData("a: [[1]]\n", 1, "1:5: found a list of 1; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("a: [1 2]\n", 1, "1:5: found '1 2'; expected a finite decimal number; write one number; put commas between the numbers of a list")]
        [InlineData("a: [[[1]]]\n", null, "1:6: found a list of 1; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        public void Should_Report_What_Is_Not_A_Table(string text, int? rank, string expected) =>
            ShouldBeProblem(text, reader => reader.OptionalNumbers("a", rank), expected);
    }
}
