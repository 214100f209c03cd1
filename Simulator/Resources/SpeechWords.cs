using System.Collections.Immutable;
using Simulator.Transcripts;

namespace Simulator.Resources;

/// <summary>How names, numbers and formulas are read aloud in one language.</summary>
internal sealed record SpeechWords
{
    public static SpeechWords English { get; } = new()
    {
        Derivative = (of, by) => $"the derivative of {of} with respect to {by}",
        Via = (derivative, via) => $"the part through {via} of {derivative}",
        Updated = name => $"the new {name}",
        AtPosition = (name, positions) => $"{name} at position {positions}",
        Greek = ImmutableDictionary<string, string>.Empty,
        Marks = new Dictionary<string, string> { ["hat"] = "hat", ["tilde"] = "tilde" }.ToImmutableDictionary(),
        Negative = number => $"minus {number}",
        TimesPowerOfTen = (factor, exponent) => $"{factor} times 10 to the power of {exponent}",
        NotANumber = "not a number",
        Infinity = "infinity",
        Half = "one half",
        Plus = "plus",
        Minus = "minus",
        Times = "times",
        Over = "divided by",
        Group = inner => $"the quantity {inner}, end quantity",
        IsPauseAfterGroup = true,
        IsPauseAfterPhrase = true,
        Squared = value => $"{value} squared",
        Power = (value, exponent) => $"{value} to the power of {exponent}",
        Function = (name, argument) => name switch
        {
            "exp" => $"the exponential of {argument}",
            "log" => $"the natural logarithm of {argument}",
            "log1p" => $"the natural logarithm of 1 plus what follows: {argument}",
            "expm1" => $"1 less than the exponential of {argument}",
            "sqrt" => $"the square root of {argument}",
            "tanh" => $"the hyperbolic tangent of {argument}",
            "abs" => $"the absolute value of {argument}",
            "sign" => $"the sign of {argument}",
            "floor" => $"the whole number at or below {argument}",
            "relu" => $"relu of {argument}",
            _ => $"the {name} of {argument}",
        },
        MoreTerms = count => count == 1 ? "and 1 more term" : $"and {count} more terms",
        MoreItems = count => $"and {count} more",
        Greatest = list => $"the greatest of: {list}",
        PositionOfGreatest = list => $"the place, counted from 0, of the greatest of: {list}",
        Greater = (then, left, right, otherwise) => $"{then} if {left} is greater than {right}, otherwise {otherwise}",
        GreaterOrEqual = (then, left, right, otherwise) => $"{then} if {left} is at least {right}, otherwise {otherwise}",
        Equal = (then, left, right, otherwise) => $"{then} if {left} is equal to {right}, otherwise {otherwise}",
        Case = (value, index, number) => $"{value} if {index} is {number}",
    };

    public static SpeechWords Korean { get; } = new()
    {
        Derivative = (of, by) => $"{by}에 대한 {of}의 미분",
        Via = (derivative, via) => $"{Josa.With(via, "을")} 지나는 {derivative}",
        Updated = name => $"새 {name}",
        AtPosition = (name, positions) => $"{name}의 {positions}번",
        Greek = new Dictionary<string, string>
        {
            ["alpha"] = "알파",
            ["beta"] = "베타",
            ["gamma"] = "감마",
            ["delta"] = "델타",
            ["Delta"] = "델타",
            ["epsilon"] = "엡실론",
            ["lambda"] = "람다",
            ["mu"] = "뮤",
            ["rho"] = "로",
            ["sigma"] = "시그마",
            ["theta"] = "세타",
        }.ToImmutableDictionary(),
        Marks = new Dictionary<string, string> { ["hat"] = "햇", ["tilde"] = "틸데" }.ToImmutableDictionary(),
        Negative = number => $"마이너스 {number}",
        TimesPowerOfTen = (factor, exponent) => $"{factor} 곱하기 10의 {exponent}제곱",
        NotANumber = "숫자가 아닌 값",
        Infinity = "무한대",
        Half = "2분의 1",
        Plus = "더하기",
        Minus = "빼기",
        Times = "곱하기",
        Over = "나누기",
        Group = inner => $"괄호 열기 {inner} 괄호 닫기",
        IsPauseAfterGroup = false,
        IsPauseAfterPhrase = false,
        Squared = value => $"{value} 제곱",
        Power = (value, exponent) => $"{value}의 {exponent} 제곱",
        Function = (name, argument) => name switch
        {
            "exp" => $"지수함수 {argument}",
            "log" => $"자연로그 {argument}",
            "log1p" => $"1을 더한 것의 자연로그 {argument}",
            "expm1" => $"1을 뺀 지수함수 {argument}",
            "sqrt" => $"루트 {argument}",
            "tanh" => $"하이퍼볼릭 탄젠트 {argument}",
            "abs" => $"절댓값 {argument}",
            "sign" => $"부호 {argument}",
            "floor" => $"넘지 않는 가장 큰 정수 {argument}",
            "sigmoid" => $"시그모이드 {argument}",
            "relu" => $"렐루 {argument}",
            "softplus" => $"소프트플러스 {argument}",
            "step" => $"계단함수 {argument}",
            _ => $"{name} {argument}",
        },
        MoreTerms = count => $"그리고 항 {count}개 더",
        MoreItems = count => $"그리고 {count}개 더",
        Greatest = list => $"다음 가운데 가장 큰 값: {list}",
        PositionOfGreatest = list => $"다음 가운데 가장 큰 값의 자리, 0부터 세어: {list}",
        Greater = (then, left, right, otherwise) => $"{Josa.With(left, "이")} {right}보다 크면 {then}, 아니면 {otherwise}",
        GreaterOrEqual = (then, left, right, otherwise) => $"{Josa.With(left, "이")} {right}보다 크거나 같으면 {then}, 아니면 {otherwise}",
        Equal = (then, left, right, otherwise) => $"{Josa.With(left, "이")} {Josa.With(right, "과")} 같으면 {then}, 아니면 {otherwise}",
        Case = (value, index, number) => $"{Josa.With(index, "이")} {Josa.With(number, "이")} 될 때 {value}",
    };

    /// <summary>The derivative of one number with respect to another.</summary>
    public required Func<string, string, string> Derivative { get; init; }

    /// <summary>The part of a derivative that passes through a number.</summary>
    public required Func<string, string, string> Via { get; init; }

    /// <summary>A value after the update.</summary>
    public required Func<string, string> Updated { get; init; }

    public required Func<string, string, string> AtPosition { get; init; }

    /// <summary>Names of Greek letters, by their English spelling; what is missing is read as it is spelled.</summary>
    public required ImmutableDictionary<string, string> Greek { get; init; }

    /// <summary>What stands above a letter, by its English name.</summary>
    public required ImmutableDictionary<string, string> Marks { get; init; }

    public required Func<string, string> Negative { get; init; }

    public required Func<string, string, string> TimesPowerOfTen { get; init; }

    public required string NotANumber { get; init; }

    public required string Infinity { get; init; }

    public required string Half { get; init; }

    public required string Plus { get; init; }

    /// <summary>Between two numbers; before one it is <see cref="Negative"/>.</summary>
    public required string Minus { get; init; }

    public required string Times { get; init; }

    public required string Over { get; init; }

    /// <summary>What is one number for what stands around it.</summary>
    public required Func<string, string> Group { get; init; }

    /// <summary>Whether there is a pause between the end of a group and what follows.</summary>
    public required bool IsPauseAfterGroup { get; init; }

    /// <summary>Whether the pause that a phrase needs from its neighbours comes after it, as where its last word could take more; otherwise before.</summary>
    public required bool IsPauseAfterPhrase { get; init; }

    public required Func<string, string> Squared { get; init; }

    public required Func<string, string, string> Power { get; init; }

    /// <summary>A function, by its name in formulas, of an argument.</summary>
    public required Func<string, string, string> Function { get; init; }

    public required Func<int, string> MoreTerms { get; init; }

    public required Func<int, string> MoreItems { get; init; }

    public required Func<string, string> Greatest { get; init; }

    public required Func<string, string> PositionOfGreatest { get; init; }

    /// <summary>A first value where one number is greater than another, and a second where it is not.</summary>
    public required Func<string, string, string, string, string> Greater { get; init; }

    public required Func<string, string, string, string, string> GreaterOrEqual { get; init; }

    public required Func<string, string, string, string, string> Equal { get; init; }

    /// <summary>A value that counts where an index has a number.</summary>
    public required Func<string, string, string, string> Case { get; init; }
}
